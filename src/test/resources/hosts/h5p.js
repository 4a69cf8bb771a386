// Acts as H5P's resizer does: it answers a greeting, and from then on sizes the frame.
addEventListener('message', ({ data, source, origin }) => {
  if (data.context !== 'h5p') {
    return;
  }
  const frame = [...document.querySelectorAll('iframe')]
    .find(({ contentWindow }) => contentWindow === source);
  const respond = (action) => source.postMessage({ context: 'h5p', action }, origin);
  if (data.action === 'hello') {
    frame.style.width = '100%';
    addEventListener('resize', () => respond('resize'));
    respond('hello');
  } else if (data.action === 'resize') {
    frame.style.height = `${data.scrollHeight}px`;
  }
});
