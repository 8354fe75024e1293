import { expect } from 'chai';
import { html } from 'lit';
import type { Kiosk } from '../../../shared/kiosk.ts';
import { Stage, until } from '../support/mount.ts';
import { type ApiAnswers, officeFor, refused } from '../support/office.ts';
import '../../../web/office/screens/kiosks.ts';

const one = (change: Partial<Kiosk>): Kiosk => ({
  id: 'k-1',
  name: 'Foajē, Rīgas iela 1',
  state: 'enrolled',
  seenAt: '2026-11-28T06:58:00.000Z',
  appVersion: '1.2.0',
  codeUntil: null,
  revokedAt: null,
  closedAt: null,
  reusedAt: null,
  waiting: 0,
  waitingSince: null,
  refused: 0,
  prints: false,
  cameSince: null,
  wrongProofs: 0,
  ...change,
});
const revoked = { state: 'revoked', revokedAt: '2026-11-20T07:00:00.000Z' } as const;

describe('kiosks whose credential has ended', () => {
  let stage: Stage;

  async function open(answers: ApiAnswers, role: 'clerk' | 'manager' = 'manager'): Promise<void> {
    const rest = {
      'kiosks.work': () => ({ office: 0, held: 0, most: 1000 }),
      'kiosks.locks': () => ({ rows: [], next: null }),
      'kiosks.lockers': () => [],
    };
    const office = await officeFor({ ...rest, ...answers }, { role });
    const areas = ['office', 'office-kiosks'];
    stage = await Stage.open(html`<office-kiosks></office-kiosks>`, { areas, office, language: 'en' });
    await stage.settled();
  }
  afterEach(() => stage.close());
  const buttons = () => stage.all('details tbody button');
  const close = () => stage.find<HTMLElement>('button[aria-label="Vecais: Take in nothing more"]').click();
  const answer = () => stage.find<HTMLElement>('[slot="answers"] .primary').click();

  it('are closed by managers alone', async () => {
    await open({ 'kiosks.list': () => [one({ ...revoked, name: 'Vecais' })] }, 'clerk');
    expect(buttons()).to.deep.equal([]);
  });

  it('are not closed where somebody else was faster, which is said', async () => {
    await open({
      'kiosks.list': () => [one({ ...revoked, name: 'Vecais' })],
      'kiosks.close': () => Promise.reject(refused({ code: 'changed_meanwhile' })),
    });
    close();
    await stage.shows('Take in nothing more from Vecais?');
    answer();
    await stage.shows('Somebody else has changed this meanwhile.');
  });

  it('say where a former one was used, and what to do', async () => {
    await open({ 'kiosks.list': () => [one({ reusedAt: '2026-11-28T06:30:00.000Z' })] });
    expect(stage.find('tbody .warned').textContent).to.contain('08:30').and.to.contain('a new code');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('ask for no new code of a kiosk that is revoked: it gets none any more', async () => {
    await open({ 'kiosks.list': () => [one({ ...revoked, reusedAt: '2026-11-28T06:30:00.000Z' })] });
    expect(stage.all('tbody tr')).to.have.length(1);
    expect(stage.all('tbody .warned')).to.deep.equal([]);
  });

  it('say until when things are taken in of what was revoked, and end that after asking', async () => {
    const calls: unknown[] = [];
    await open({
      'kiosks.list': () => [
        one({ ...revoked, name: 'Vecais', closedAt: calls.length === 0 ? null : '2026-11-28T07:00:00.000Z' }),
        one({ ...revoked, id: 'k-4', name: 'Senais', revokedAt: '2026-08-30T06:59:00.000Z' }),
      ],
      'kiosks.close': (input) => {
        calls.push(input);
        return {};
      },
    });
    const [first, second] = stage.all('details tbody tr');
    expect(first?.textContent).to.contain('taken in until 18\u00a0February');
    expect(second?.textContent).to.contain('nothing more is taken in');
    expect(buttons()).to.have.length(1);
    close();
    await stage.shows('Take in nothing more from Vecais?');
    expect(await stage.complaints()).to.deep.equal([]);
    expect(calls).to.deep.equal([]);
    answer();
    await stage.shows('Nothing more is taken in from Vecais.');
    await until(() => buttons().length === 0);
    expect(calls).to.deep.equal([{ id: 'k-1' }]);
  });
});
