import { ShareForm } from './share-form.js';

/**
 * Shows the page of sharing as a dialog over this one. All of it is the server's: its words, its
 * fields and what is copied.
 * @param {HTMLAnchorElement} link to that page; the focus goes back to it
 * @param {boolean} whole whether the address carries all that is seen
 */
export async function openSharing(link, whole) {
  const page = await read(link.href);
  const dialog = document.createElement('dialog');
  dialog.className = 'share-dialog';
  const head = document.createElement('div');
  head.className = 'share-head';
  const heading = document.createElement('h2');
  heading.id = 'share-heading';
  heading.tabIndex = -1;
  heading.textContent = page.querySelector('h1').textContent;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.dataset.part = 'share-close';
  close.textContent = link.dataset.close;
  close.addEventListener('click', () => dialog.close());
  head.append(heading, close);
  dialog.setAttribute('aria-labelledby', heading.id);
  const sharing = document.importNode(page.querySelector('[data-part="sharing"]'), true);
  sharing.querySelector('[data-part="share-present"]').hidden = whole;
  dialog.append(head, sharing);
  await dress(page.querySelector('main link[rel="stylesheet"]').href);
  document.body.append(dialog);
  const form = new ShareForm(sharing);
  dialog.addEventListener('close', () => {
    form.close();
    dialog.remove();
    link.focus();
  });
  dialog.showModal();
  heading.focus();
}

/** A page, read as one without running anything of it. @returns {Promise<Document>} */
function read(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      if (request.status === 200 && request.response) {
        resolve(request.response);
      } else {
        reject(new Error(`The page of sharing answered ${request.status}`));
      }
    };
    request.onerror = () => reject(new Error('The page of sharing did not answer'));
    request.send();
  });
}

/** Has the page wear another sheet of style, once. */
function dress(href) {
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = href;
    sheet.onload = resolve;
    sheet.onerror = reject;
    document.head.append(sheet);
  });
}
