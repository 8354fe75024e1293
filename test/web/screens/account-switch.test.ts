import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Account } from '../../../shared/protocol.ts';
import { coldWater } from '../support/flat.ts';
import { account } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { screenForEachTest } from '../support/screen.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/history.ts';
import '../../../web/screens/home.ts';
import '../../../web/screens/meter.ts';
import '../../../web/screens/more.ts';
import '../../../web/screens/period.ts';
import '../../../web/screens/readings.ts';

const garage: Account = {
  id: '01890000-0000-7000-8000-0000000000f2',
  number: '54321',
  holder: 'Anna Bērziņa',
  building: 'Parka iela 7',
  address: 'Parka iela 7-12',
};

const screens: readonly (readonly [string, TemplateResult])[] = [
  ['home', html`<home-screen></home-screen>`],
  ['readings', html`<readings-screen></readings-screen>`],
  ['periods', html`<history-screen></history-screen>`],
  ['one period', html`<period-screen period="2026-10"></period-screen>`],
  ['one meter', html`<meter-screen .meterId=${coldWater.id}></meter-screen>`],
  ['more', html`<more-screen></more-screen>`],
];

describe('the switch between premises', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = screenForEachTest(
    (screen) => {
      ({ stage, store } = screen);
    },
    ['readings', 'history', 'more'],
  );

  function choose(id: string): void {
    const select = stage.find<HTMLSelectElement>('select');
    select.value = id;
    select.dispatchEvent(new Event('change'));
  }

  for (const [name, screen] of screens) {
    it(`stands on ${name}, and shows the chosen ones from then on`, async () => {
      await open(screen, { state: { accounts: [account, garage] } });
      await stage.appears('select');
      expect(stage.find('.chosen').textContent).to.contain(account.address);
      choose(garage.id);
      await until(() => store.state.account === garage.id);
      await until(() => stage.find('.chosen').textContent?.includes(garage.address) === true);
      expect(await stage.complaints()).to.deep.equal([]);
      await store.accountRows(garage.id);
    });

    it(`is not on ${name} where there is nothing to choose`, async () => {
      await open(screen);
      await store.view();
      await stage.settled();
      expect(stage.all('select')).to.have.length(0);
    });
  }

  it('on the screen of one meter leads to where the meters of the chosen premises are', async () => {
    await open(html`<meter-screen .meterId=${coldWater.id}></meter-screen>`, {
      state: { accounts: [account, garage] },
    });
    await stage.appears('select');
    choose(garage.id);
    await until(() => stage.navigated.length > 0);
    expect(stage.navigated).to.deep.equal(['/periods']);
  });

  it('is not printed: the paper says whose readings they are', async () => {
    await open(html`<period-screen period="2026-10"></period-screen>`, { state: { accounts: [account, garage] } });
    await stage.appears('.title .figures');
    expect(stage.find('account-switch').matches('.no-print')).to.equal(true);
    expect(stage.find('.title .figures').matches('.print-only')).to.equal(true);
    expect(stage.find('.title .figures').textContent).to.contain(account.address);
  });
});
