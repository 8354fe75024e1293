import { expect } from 'chai';
import { toInstant } from '../../../shared/instant.ts';
import { contactOf } from '../../../web/contact/contact.ts';
import { inWindow } from '../support/household.ts';

describe('C1: the offset of a contact', () => {
  const served = (at: number) => ({ serverTime: toInstant(at), beacon: 'b' });

  it('is measured from the middle between sending and receiving', () => {
    expect(contactOf(served(inWindow + 10_000), inWindow, inWindow + 2_000)).to.deep.equal({
      serverTime: inWindow + 10_000,
      offset: 9_000,
      beacon: 'b',
      at: inWindow + 2_000,
    });
  });

  it('is a whole number, and negative for a device that is ahead', () => {
    expect(contactOf(served(inWindow - 500), inWindow, inWindow + 1).offset).to.equal(-500);
  });

  it('goes by the present alone when the device’s clock jumped back in between', () => {
    const day = 86_400_000;
    expect(contactOf(served(inWindow), inWindow, inWindow - day).offset).to.equal(day);
  });
});
