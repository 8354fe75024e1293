import { expect } from 'chai';
import { html } from 'lit';
import type { Problem } from '../../../shared/problem.ts';
import { CallFailed } from '../../../web/kiosk/api.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { type KioskStage, openKiosk } from '../support/kiosk-stage.ts';
import { type, until } from '../support/mount.ts';
import '../../../web/kiosk/screens/enrol.ts';

describe('making a tablet a kiosk', () => {
  let kiosk: KioskStage;
  let tablet: FakeTablet;

  async function open(given: FakeTablet, language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    tablet = given;
    kiosk = await openKiosk(() => html`<kiosk-enrol .tablet=${tablet}></kiosk-enrol>`, { language });
  }
  afterEach(() => kiosk.stage.close());

  const field = () => kiosk.stage.find<HTMLInputElement>('input');
  const submit = () => kiosk.stage.find<HTMLElement>('form .primary').click();
  const refusing = (problem: Problem | null) =>
    new FakeTablet({ standing: 'stranger', enrolling: () => Promise.reject(new CallFailed(problem)) });

  it('asks for a code where none was typed', async () => {
    await open(new FakeTablet({ standing: 'stranger' }));
    submit();
    await kiosk.stage.shows('Please type the code.');
    expect(tablet.codes).to.deep.equal([]);
    expect(field().getAttribute('aria-invalid')).to.equal('true');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  for (const [problem, said] of [
    [{ code: 'code_wrong' }, 'This code is not right, or its time is over.'],
    [{ code: 'too_many', seconds: 600 }, 'Too many attempts.'],
    [null, 'There is no connection.'],
  ] as const) {
    it(`says why nothing came of it: ${problem?.code ?? 'nobody answered'}`, async () => {
      await open(refusing(problem));
      type(field(), 'ACDE-FGHJ');
      submit();
      await kiosk.stage.shows(said);
      expect(field().value).to.equal('ACDE-FGHJ');
      submit();
      await until(() => tablet.codes.length === 2);
    });
  }

  it('sends the code as it was meant, once, whatever was typed between', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await open(new FakeTablet({ standing: 'stranger', enrolling: () => answered }));
    type(field(), 'acde - fghj');
    submit();
    submit();
    await kiosk.stage.shows('One moment…');
    expect(tablet.codes).to.deep.equal(['ACDEFGHJ']);
    answer();
    await kiosk.stage.shows('Set up');
  });

  it('says which kiosk the tablet has been, and how much waits on it, before it becomes another one', async () => {
    const waiting = new FakeTablet({ standing: 'ended' });
    Object.assign(waiting.outbox, { waiting: 3 });
    await open(waiting);
    await kiosk.stage.shows('Until now this tablet was the kiosk “Reception”.');
    await kiosk.stage.shows('3 sealed slips wait on it.');
    await kiosk.stage.shows('the people in the office look at them first');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('says nothing of what waits where nothing does, and of no kiosk where it was none', async () => {
    await open(new FakeTablet({ standing: 'stranger' }));
    await kiosk.stage.shows('Until now');
    expect(kiosk.stage.text).not.to.contain('wait on it');
    kiosk.stage.close();
    const fresh = new FakeTablet({ standing: 'stranger' });
    fresh.kiosk = null;
    await open(fresh);
    expect(kiosk.stage.text).not.to.contain('Until now');
  });

  it('leaves nothing for the browser to remember', async () => {
    await open(new FakeTablet({ standing: 'stranger' }));
    expect(field().autocomplete).to.equal('off');
    expect(field().spellcheck).to.equal(false);
    expect(field().inputMode).to.equal('none');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await open(new FakeTablet({ standing: 'ended' }), language);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });
  }
});
