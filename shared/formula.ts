/**
 * Spreadsheets run cells that begin like a formula (CWE-1236; OWASP "CSV Injection"). Texts that do so get an apostrophe
 * in front; so do those that already have one there, so that reading takes off exactly what writing put on.
 */
export const neutralise = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export const restore = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
