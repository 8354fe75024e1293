import { expect } from 'chai';
import { DocumentsBench } from '../support/documents-bench.ts';
import { anna, home } from '../support/household.ts';

describe('the shelf of documents', () => {
  let bench: DocumentsBench;
  beforeEach(async () => {
    bench = new DocumentsBench();
    await bench.open();
  });
  afterEach(() => bench.close());

  const documentOf = (age: number, size = 1_000_000) => {
    const { id, revision } = bench.bill(age);
    const bytes = new ArrayBuffer(size);
    return { key: `statement/${id}`, account: home, statement: id, language: null, revision, bytes };
  };
  const ages = async (): Promise<number[]> => {
    const kept = await bench.shelf.kept(home);
    return bench.bills.statements.flatMap(({ id }, at) => (kept.has(id) ? bench.bills.statements.length - 1 - at : []));
  };

  /** From now on the browser's database takes no more than this of documents, whatever it says of itself. */
  function fillUpAt(most: number): void {
    const { documentBytes } = bench.databases.cache;
    let taken = 0;
    documentBytes.hook('creating', (_key, { bytes }) => {
      if (taken + bytes.byteLength > most) throw new DOMException('full', 'QuotaExceededError');
      taken += bytes.byteLength;
    });
    documentBytes.hook('deleting', (_key, { bytes }) => {
      taken -= bytes.byteLength;
    });
  }

  it('gives place to newer bills, the oldest going first', async () => {
    // A fifth of 15 MB: three documents.
    bench.estimate = { usage: 0, quota: 15_000_000 };
    for (const age of [2, 1, 0]) expect(await bench.shelf.put(anna, documentOf(age))).to.equal(true);
    bench.estimate = { usage: 15_000_000, quota: 15_000_000 };
    expect(await bench.shelf.put(anna, documentOf(5))).to.equal(false);
    expect(await ages()).to.deep.equal([2, 1, 0]);
    bench.estimate = { usage: 12_000_000, quota: 13_000_000 };
    expect(await bench.shelf.put(anna, documentOf(0, 1_500_000))).to.equal(true);
    expect(await ages()).to.deep.equal([1, 0]);
  });

  it('a browser that has less than it said is believed: older ones go, and it is tried once more', async () => {
    fillUpAt(3_500_000);
    for (const age of [3, 2, 1]) expect(await bench.shelf.put(anna, documentOf(age))).to.equal(true);
    expect(await bench.shelf.put(anna, documentOf(0))).to.equal(true);
    expect(await ages()).to.deep.equal([1, 0]);
  });

  it('what does not fit even so stays out, and nothing else is lost', async () => {
    expect(await bench.shelf.put(anna, documentOf(1))).to.equal(true);
    fillUpAt(0);
    const before = await bench.databases.cache.statements.count();
    expect(await bench.shelf.put(anna, documentOf(0))).to.equal(false);
    expect(await ages()).to.deep.equal([1]);
    expect(await bench.databases.cache.statements.count()).to.equal(before);
  });

  it('knows of a document without reading it, and reads it whole', async () => {
    const document = documentOf(0, 5);
    await bench.shelf.put(anna, document);
    expect(await bench.shelf.look(document.key)).to.deep.include({ size: 5, revision: 1 });
    expect((await bench.shelf.read(document.key))?.bytes.byteLength).to.equal(5);
    expect(await bench.shelf.look('statement/unknown')).to.equal(undefined);
    expect(await bench.shelf.read('statement/unknown')).to.equal(null);
  });
});
