// Acts as Canvas does with a frame that is not one of its tools: text of JSON, by its subject.
addEventListener('message', ({ data, source }) => {
  let message;
  try {
    message = typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return;
  }
  if (message?.subject === 'lti.frameResize') {
    const frame = [...document.querySelectorAll('iframe')]
      .find(({ contentWindow }) => contentWindow === source);
    frame.height = `${message.height}px`;
    frame.style.height = `${message.height}px`;
    source.postMessage({ subject: 'lti.frameResize.response' }, '*');
  }
});
