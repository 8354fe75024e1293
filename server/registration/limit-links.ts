import type { Services } from '../context.ts';

/** Tries a link that somebody at this address sent; what goes wrong counts. Throws `too_many` after many of those. */
export async function limitLinks<T>(
  { limits }: Pick<Services, 'limits'>,
  address: string,
  work: () => Promise<T>,
): Promise<T> {
  const keys = { 'link-address': address, 'link-total': '' };
  await limits.consumeAll(keys);
  const value = await work();
  await limits.rewardAll(keys);
  return value;
}
