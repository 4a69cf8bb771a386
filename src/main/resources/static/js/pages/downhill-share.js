import { ShareForm } from '../view/share-form.js';

/** The page of sharing, where there is a script. */
document.querySelectorAll('[data-part="sharing"]').forEach((root) => new ShareForm(root));
