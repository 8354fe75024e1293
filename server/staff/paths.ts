/** The office's page on which a link is used; the token stands after a `#` behind it. */
export const staffPasswordPath = '/office/set-password';
