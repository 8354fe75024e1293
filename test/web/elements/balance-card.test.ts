import { expect } from 'chai';
import { html } from 'lit';
import type { Debt } from '../../../shared/debt.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/balance-card.ts';

describe('balance-card (B3)', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = async (debt: Debt | null, { loud = false, coming = 0 } = {}): Promise<void> => {
    stage = await Stage.open(
      html`<balance-card .debt=${debt} ?loud=${loud} .coming=${coming} currency="RUB"><a href="/debt">more</a></balance-card>`,
      { language: 'ru', areas: ['bills'] },
    );
  };
  const text = () => stage.text.replace(/[\u00a0\u202f]/g, ' ');

  for (const [debt, said] of [
    [null, 'Здесь неизвестно, сколько нужно заплатить'],
    [{ balance: 595_586, since: '2017-05', months: 1 }, 'К оплате 5 955,86 ₽'],
    [{ balance: -1_186, since: null, months: 0 }, 'Переплата 11,86 ₽'],
    [{ balance: 0, since: null, months: 0 }, 'Долга нет'],
  ] as const) {
    it(`says "${said}"`, async () => {
      await open(debt);
      expect(text()).to.equal(`${said} more`);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('is loud when it is told to, with the months in words and a sign', async () => {
    await open({ balance: 1_572_033, since: '2017-02', months: 4 }, { loud: true });
    expect(text()).to.equal('К оплате 15 720,33 ₽ Просрочка 4 месяца more');
    expect(stage.find('.arrears mb-icon').getAttribute('name')).to.equal('warning');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says what is on its way', async () => {
    await open({ balance: 595_586, since: '2017-05', months: 1 }, { coming: 100_000 });
    expect(text()).to.equal('К оплате 5 955,86 ₽ 1 000,00 ₽ в пути more');
  });
});
