import { ShareForm } from '../view/share-form.js';

/** The page of sharing, where there is a script. */
const root = document.querySelector('[data-part="sharing"]');

new ShareForm(root);
