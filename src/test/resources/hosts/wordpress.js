// Acts as WordPress does with the pages that it embeds: its server has put a secret into the frame's
// address, and what knows the secret may set the height, between 200 and 1000 pixels.
const frame = document.querySelector('iframe.wp-embedded-content');
frame.style.position = 'absolute';
addEventListener('message', ({ data, source }) => {
  if (data?.secret !== frame.dataset.secret || source !== frame.contentWindow) {
    return;
  }
  frame.removeAttribute('style');
  if (data.message === 'height') {
    frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
  }
});
addEventListener('DOMContentLoaded', () => {
  frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
});
