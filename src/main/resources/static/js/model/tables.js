/**
 * Several tables in one, each row led by the number of its run. Rules remember different things:
 * there is a column for each that any table has, empty in the rows of those that do not.
 * @param {string[]} texts CSV with a header
 * @returns {string} CSV; a single table as it is
 */
export function together(texts) {
  if (texts.length === 1) {
    return texts[0];
  }
  const tables = texts.map((text) => text.trimEnd().split(/\r?\n/).map((line) => line.split(',')));
  const columns = [...new Set(tables.flatMap(([header]) => header))];
  const rows = tables.flatMap(([header, ...cells], i) => {
    const places = columns.map((column) => header.indexOf(column));
    return cells.map((row) => [i + 1, ...places.map((at) => row[at] ?? '')].join(','));
  });
  return [`run,${columns.join(',')}`, ...rows, ''].join('\r\n');
}
