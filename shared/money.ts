/** What a company bills in. Money is whole minor units (B1), and each of these has a hundred of them. */
export const currencies = ['EUR', 'RUB'] as const;
