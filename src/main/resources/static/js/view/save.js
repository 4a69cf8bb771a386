/**
 * Lets the reader keep something as a file.
 * @param {string} name of the file
 * @param {string|Blob} what an address, or what it holds
 */
export function save(name, what) {
  const link = document.createElement('a');
  link.download = name;
  link.href = typeof what === 'string' ? what : URL.createObjectURL(what);
  link.click();
  if (typeof what !== 'string') {
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}
