import { expect } from 'chai';
import { html } from 'lit';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import '../../../web/kiosk/screens/start.ts';

describe('the first screen of a kiosk', () => {
  let kiosk: KioskStage;
  const open = async (options: KioskStageOptions = {}) => {
    kiosk = await openKiosk((session) => html`<kiosk-start .session=${session}></kiosk-start>`, options);
  };
  afterEach(() => kiosk.stage.close());

  const button = (name: string) => {
    const found = kiosk.stage.all('button').find((one) => (one.textContent ?? '').includes(name));
    if (!found) throw new Error(`no button says ${name}`);
    return found;
  };
  const press = async (name: string) => {
    button(name).click();
    await kiosk.stage.settled();
  };

  it('refuses the bills without a network, says why, and goes back to them with one', async () => {
    await open({ online: false });
    expect(button('My bills').getAttribute('aria-disabled')).to.equal('true');
    expect(button('My bills').textContent).to.contain('no connection');
    await press('My bills');
    expect(kiosk.turns).to.deep.equal([]);
    expect(kiosk.stage.find('[role="alert"]').textContent).to.contain('Readings can be handed in all the same');
    await kiosk.becomes(true);
    expect(kiosk.stage.all('[role="alert"]')).to.deep.equal([]);
    await press('My bills');
    expect(kiosk.turns).to.deep.equal([{ to: 'sign-in', change: {} }]);
  });

  it('claims nothing before the first contact has answered: the bills can be tried', async () => {
    await open({ online: null });
    expect(button('My bills').getAttribute('aria-disabled')).to.equal(null);
    expect(kiosk.stage.text).not.to.contain('connection');
    await press('My bills');
    expect(kiosk.turns).to.deep.equal([{ to: 'sign-in', change: {} }]);
  });

  it('says how many slips wait on the tablet, and how many the office has to be asked about, in numbers alone', async () => {
    await open();
    expect(kiosk.stage.text).not.to.contain('form');
    kiosk.stage.close();
    for (const [language, waiting, refused, said] of [
      ['en', 1, 0, ['One slip waits here and is sent by itself.']],
      ['en', 3, 1, ['3 slips wait here', 'For the office: one slip could not be read.']],
      ['lv', 1, 2, ['gaida 1 cilvēka nodotie rādījumi', 'Birojam: 2 cilvēku nodotos rādījumus nevarēja nolasīt.']],
      ['lv', 21, 0, ['gaida 21 cilvēka nodotie']],
      ['lv', 11, 0, ['gaida 11 cilvēku nodotie']],
      ['ru', 1, 5, ['переданные 1 человеком; они будут', 'показания, переданные 5 людьми, прочитать не удалось']],
      ['ru', 3, 0, ['ждут показания, переданные 3 людьми']],
      ['ru', 21, 0, ['переданные 21 человеком']],
    ] as const) {
      await open({ language, outbox: { waiting, refused } });
      for (const text of said) expect(kiosk.stage.text).to.contain(text);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      kiosk.stage.close();
    }
    await open({ online: false, outbox: { waiting: 3 } });
    expect(kiosk.stage.text, 'the frame says it then').not.to.contain('3 forms');
  });

  it('leads to the readings, with a network and without', async () => {
    for (const online of [true, false]) {
      await open({ online });
      await press('Hand in meter readings');
      expect(kiosk.turns).to.deep.equal([{ to: 'identify', change: {} }]);
      if (online) kiosk.stage.close();
    }
  });

  it('speaks each language of the company, and names it in itself', async () => {
    await open();
    const languages = kiosk.stage.all('button[lang]');
    expect(languages.map((one) => [one.lang, (one.textContent ?? '').trim()])).to.deep.equal([
      ['lv', 'Latviešu'],
      ['ru', 'Русский'],
      ['en', 'English'],
    ]);
    await press('Русский');
    await kiosk.stage.shows('Передать показания');
    expect(button('Русский').getAttribute('aria-pressed')).to.equal('true');
    expect(button('English').getAttribute('aria-pressed')).to.equal('false');
  });

  it('has larger letters and white on black to be switched on and off', async () => {
    await open();
    for (const name of ['Larger letters', 'White on black']) {
      expect(button(name).getAttribute('aria-pressed')).to.equal('false');
      await press(name);
      expect(button(name).getAttribute('aria-pressed')).to.equal('true');
      await press(name);
      expect(button(name).getAttribute('aria-pressed')).to.equal('false');
    }
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`can be used by everybody, in ${language}`, async () => {
      await open({ language, online: false });
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      for (const one of kiosk.stage.all('button')) {
        expect(one.getBoundingClientRect().height).to.be.at.least(72);
      }
    });
  }
});
