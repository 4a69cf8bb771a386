/** A tag as the editor writes it: of few elements, with attributes that can run nothing. */
const TAG = new RegExp('</?(?:div|span|textarea|ul|li|button)'
  + '(?: (?:class|role|title|tabindex|spellcheck|autocapitalize|autocomplete|aria-hidden)'
  + '=(?:"[^"<>&]*"|[a-z0-9-]+))*>', 'gi');

/**
 * Whether a piece of markup is of the kind that the code editor makes: once its tags are taken out,
 * nothing is left that begins another.
 * @param {string} markup
 * @returns {boolean}
 */
export function isEditorMarkup(markup) {
  return !markup.replace(TAG, ' ').includes('<');
}
