/** Under which the later tokens of a pairing stand: only their hashes are kept, and who holds the code can make them. */
export const pairingTokens = (code: string): { met: string; paired: string; visit: string } => ({
  met: `met:${code}`,
  paired: `paired:${code}`,
  visit: `visit:${code}`,
});
