import { expect } from 'chai';
import { html } from 'lit';
import type { IconName } from '../../../web/elements/icons.ts';
import type { BadgeState } from '../../../web/elements/sync-badge.ts';
import { at, inWindow } from '../support/household.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/sync-badge.ts';

describe('sync-badge', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const received = { kind: 'received', at: at('2026-11-27T14:03') } as const;

  it('never says "received" of what is only saved', async () => {
    stage = await Stage.open(html`<sync-badge .state=${{ kind: 'saved' } satisfies BadgeState}></sync-badge>`);
    expect(stage.text).to.equal('Saved on this phone');
    expect(stage.text).not.to.match(/received|sent/i);
  });

  for (const [language, saved, got, billed] of [
    ['en', 'Saved on this phone', 'Received 27\u00a0Nov, 14:03', 'In billing'],
    ['lv', 'Saglabāts šajā tālrunī', 'Saņemts 27.\u00a0novembrī 14:03', 'Iekļauts aprēķinā'],
    ['ru', 'Сохранено на этом телефоне', 'Получено 27\u00a0ноября, 14:03', 'Учтено в расчёте'],
  ] as const) {
    it(`tells the three truths in words and icon (${language})`, async () => {
      const states: BadgeState[] = [{ kind: 'saved' }, received, { kind: 'billed' }];
      stage = await Stage.open(
        html`${states.map((state) => html`<p><sync-badge .state=${state} .now=${inWindow}></sync-badge></p>`)}`,
        { language },
      );
      expect(stage.all('sync-badge').map((badge) => badge.shadowRoot?.textContent?.trim())).to.deep.equal([
        saved,
        got,
        billed,
      ]);
      expect(new Set(stage.all('mb-icon').map((icon) => (icon as unknown as { name: IconName }).name)).size).to.equal(
        3,
      );
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('names the year of what was received long ago, by the company’s clock', async () => {
    stage = await Stage.open(
      html`<sync-badge .state=${{ kind: 'received', at: at('2025-12-31T23:30') }} .now=${inWindow}></sync-badge>`,
    );
    expect(stage.text).to.equal('Received 31 December 2025, 23:30');
  });
});
