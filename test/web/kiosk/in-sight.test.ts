import { expect } from 'chai';
import { patience } from '../../../web/kiosk/idle.ts';
import type { KioskSession, Step } from '../../../web/kiosk/session.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { flat, newest, signedIn, statements } from '../support/kiosk-bills.ts';
import { type KioskFrame, openFrame } from '../support/kiosk-frame.ts';
import { foundWith, water } from '../support/kiosk-readings.ts';
import { until } from '../support/mount.ts';

/** What is painted there on top of all else, through every shadow root. */
function topAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const found = root.elementFromPoint(x, y);
  if (found === null || (root instanceof ShadowRoot && found === root.host)) return null;
  return (found.shadowRoot && topAt(found.shadowRoot, x, y)) ?? found;
}

function isInSight(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(topAt(document, x + width / 2, y + height / 2));
}

describe('on every screen of the kiosk there is in sight', () => {
  let frame: KioskFrame;
  let stage: KioskFrame['stage'];
  const open = async (tablet = new FakeTablet()): Promise<void> => {
    const bill = () => ({ statement: newest, previous: statements[1] });
    frame = await openFrame(tablet, { answers: { bill } });
    ({ stage } = frame);
  };
  afterEach(() => stage.close());

  const known: Partial<KioskSession> = { account: '12345', found: foundWith(), period: '2026-11', entries: [water] };
  const saved = { id: '01890000-0000-7000-8000-00001a2b3c4d', savedAt: '2026-11-28T07:00:00.000Z' };
  const visit = { token: 'visit', until: '2026-11-28T07:05:00Z' };
  const all: Readonly<Record<Exclude<Step, 'enrol' | 'start'>, Partial<KioskSession>>> = {
    identify: {},
    readings: known,
    summary: known,
    receipt: { ...known, saved },
    'sign-in': {},
    whose: { paired: { visit, name: 'A••• B•••' } },
    bills: { signedIn: signedIn([flat()]) },
    bill: { signedIn: signedIn([flat()]), bill: newest.id },
  };
  const numbers = () => stage.all('.emergency b').filter(isInSight);

  function isThere(): void {
    const [number, ...more] = numbers();
    expect(more).to.deep.equal([]);
    expect(number?.textContent).to.equal('80076100');
    expect(number?.parentElement?.textContent).to.contain('Avārijas dienests');
  }

  async function isThereAlsoWhenAsked(): Promise<void> {
    isThere();
    expect(isInSight(stage.button('Palīdzība'))).to.equal(true);
    expect(isInSight(stage.button('Sākt no jauna'))).to.equal(true);
    frame.touch();
    await frame.pass(patience.untilAsked);
    await stage.appears('still-there');
    expect(isInSight(stage.button('Palīdzība'))).to.equal(false);
    isThere();
    expect(isInSight(stage.button('Beigt'))).to.equal(true);
    expect(isInSight(stage.button('Jā, turpināt'))).to.equal(true);
    stage.button('Jā, turpināt').click();
    await until(() => stage.all('still-there').length === 0);
  }

  it('the emergency number, where the tablet is to be set up', async () => {
    await open(new FakeTablet({ standing: 'stranger' }));
    await isThereAlsoWhenAsked();
  });

  it('the emergency number, help and the way out, at the start', async () => {
    await open();
    await isThereAlsoWhenAsked();
  });

  for (const [step, session] of Object.entries(all)) {
    it(`the emergency number, help and the way out: ${step}`, async () => {
      await open();
      await frame.turn(step as Step, session);
      await isThereAlsoWhenAsked();
    });
  }

  it('the emergency number, also where the question is longer than the screen', async () => {
    await open();
    await frame.turn('bills', all.bills);
    frame.touch();
    await frame.pass(patience.untilAsked);
    const { style } = document.documentElement;
    style.fontSize = '4rem';
    try {
      const { scrollHeight, clientHeight } = stage.find('dialog[role="alertdialog"]');
      expect(scrollHeight).to.be.greaterThan(clientHeight);
      isThere();
    } finally {
      style.removeProperty('font-size');
    }
  });
});
