import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskedAddress, maskedName } from '../../shared/mask.ts';

describe('the name of a holder', () => {
  it('tells the first letter of each word, in whatever alphabet, and never how long it is', () => {
    for (const [name, masked] of [
      ['Anna Bērziņa', 'A••• B•••'],
      ['Žaņa Šķēle', 'Ž••• Š•••'],
      ['Ольга Викторовна Ёлкина', 'О••• В••• Ё•••'],
      ['Смирнова О.В.', 'С••• О•••'],
      ['Al Li', 'A••• L•••'],
      ['Maksimiliāns Aleksandrovičs', 'M••• A•••'],
      ['Ελένη Παπαδοπούλου', 'Ε••• Π•••'],
      ['SIA "Nams 7"', 'S••• N•••'],
      ['  Anna\u00a0\u00a0Ozola ', 'A••• O•••'],
      ['Z\u030ca\u0146a', 'Ž•••'],
      ['«Уют»', 'У•••'],
      ['42', ''],
      ['', ''],
    ] as const) {
      assert.equal(maskedName(name), masked);
    }
  });

  it('tells of any word one letter at the most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        for (const word of maskedName(name).split(' ').filter(Boolean)) assert.match(word, /^\p{L}\p{M}*•••$/u);
      }),
    );
  });
});

describe('an address', () => {
  it('tells the house and no flat', () => {
    for (const [building, address, masked] of [
      ['Rīgas iela 7', 'Rīgas iela 7, dz. 12', 'Rīgas iela 7, dz. ••'],
      ['Rīgas iela 7', 'Rīgas iela 7-3', 'Rīgas iela 7-••'],
      ['Rīgas iela 7', 'Rīgas iela 7 - 112a, Daugavpils, LV-5401', 'Rīgas iela 7 - ••, Daugavpils, LV-••'],
      ['18. novembra iela 130', '18. novembra iela 130, Daugavpils', '18. novembra iela 130, Daugavpils'],
      ['ул. Лесная, д. 22', 'ул. Лесная, д. 22, кв. 7', 'ул. Лесная, д. 22, кв. ••'],
      ['ул. Лесная, д. 22', 'ул. Лесная, д. 22, кв. 7Б', 'ул. Лесная, д. 22, кв. ••'],
      ['Baker Street 221B', 'Baker Street 221B, flat 4', 'Baker Street 221B, flat ••'],
      ['Baker Street 221', 'Baker Street 221 flat ４', 'Baker Street 221 flat ••'],
    ] as const) {
      assert.equal(maskedAddress({ building, address }), masked);
    }
  });

  it('tells the house alone where it does not begin with it', () => {
    for (const [building, address] of [
      ['Rīgas iela 7', 'Rīgas iela 71-12'],
      ['Rīgas iela 7', 'Rīgas iela 7a-12'],
      ['Rīgas iela 7', 'dz. 12, Rīgas iela 7'],
      ['', 'Rīgas iela 7-12'],
    ] as const) {
      assert.equal(maskedAddress({ building, address }), building);
    }
  });

  it('tells no number but those of its house', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (flat) => {
        const masked = maskedAddress({ building: 'Māja', address: `Māja, ${flat}` });
        assert.doesNotMatch(masked, /\p{N}/u);
      }),
    );
  });
});
