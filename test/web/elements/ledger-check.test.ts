import { expect } from 'chai';
import { html } from 'lit';
import type { LedgerRow } from '../../../shared/bill.ts';
import { type Language, languages } from '../../../shared/company.ts';
import { checkLedger, missingMonths } from '../../../shared/ledger.ts';
import { changed, fullLedger, goldenLedger } from '../support/golden-ledger.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/ledger-check.ts';

describe('ledger-check', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function open(ledger: readonly LedgerRow[], language: Language = 'en'): Promise<void> {
    stage = await Stage.open(
      html`<ledger-check .faults=${checkLedger(ledger)} .missing=${missingMonths(ledger)} currency="RUB"><a href="tel:1">Call</a></ledger-check>`,
      { language, areas: ['bills'] },
    );
  }

  const sentences = () => stage.all('li').map((one) => one.textContent?.replaceAll('\u00a0', ' '));

  it('says quietly that everything adds up (B2)', async () => {
    await open(await goldenLedger());
    expect(stage.text).to.equal('Checked on this phone: everything adds up.');
    expect(stage.find('mb-icon').getAttribute('name')).to.equal('done');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says which months are missing, over which nothing could be compared', async () => {
    const [june, , ...older] = await goldenLedger();
    await open([june as LedgerRow, ...older]);
    expect(stage.text)
      .to.contain('everything adds up.')
      .and.contain('These months are missing here, so the months next to them could not be compared: May 2017');
    stage.close();
    const long = fullLedger(12);
    await open([long[0] as LedgerRow, long[11] as LedgerRow], 'ru');
    expect(stage.text.replaceAll('\u00a0', ' ')).to.contain(
      'поэтому соседние с ними не сравнивались: сентябрь 2026 г., август 2026 г., июль 2026 г., июнь 2026 г., …',
    );
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('names the cell, what stands there and what should, and whom to call', async () => {
    await open(changed(await goldenLedger(), ['2017-05', 'closing', 'ХВС'], 1));
    expect(stage.find('h2').textContent).to.equal('3 figures do not add up');
    expect(sentences()).to.deep.equal([
      'May 2017, ХВС: opening, charged, paid and recalculated come to ₽262.08, but the closing balance is ₽262.09.',
      'May 2017, total, “Closing”: the services come to ₽5,955.87, but ₽5,955.86 stands there.',
      'June 2017, ХВС: the opening balance is ₽262.08, but the month before closed with ₽262.09.',
    ]);
    expect(stage.text).to.contain('Call');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says the same in Russian and Latvian', async () => {
    const wrong = changed(await goldenLedger(), ['2017-06', 'closing', 'Пеня'], -1);
    await open(wrong, 'ru');
    expect(sentences()[0]).to.equal(
      'Июнь 2017 г., Пеня: начальное сальдо, начислено, оплачено и перерасчёт дают -11,86 ₽, а конечное сальдо — -11,87 ₽.',
    );
    stage.close();
    for (const language of languages) {
      await open(wrong, language);
      expect(sentences()).to.have.length(2);
      expect(await stage.complaints()).to.deep.equal([]);
      stage.close();
    }
    await open(wrong);
  });

  it('tells of many first a few, and of all when asked', async () => {
    const wrong = fullLedger(24).map((row) => ({
      ...row,
      services: row.services.map((cells, at) => (at === 0 ? { ...cells, charged: cells.charged + 1 } : cells)),
    }));
    await open(wrong);
    expect(sentences()).to.have.length(4);
    stage.button('Show all 24').click();
    await stage.settled();
    expect(sentences()).to.have.length(24);
    expect(stage.all('button')).to.deep.equal([]);
  });
});
