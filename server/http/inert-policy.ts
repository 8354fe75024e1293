/** The content security policy of a file: opened by its address it can do nothing; it runs nothing, loads nothing, leads nowhere. */
export const inertPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
