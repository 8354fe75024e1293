/** One import, undo or attaching at a time, over all processes. */
export const exchangeQueue = 'exchange';
