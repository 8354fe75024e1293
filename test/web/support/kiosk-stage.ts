import type { TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import { toInstant } from '../../../shared/instant.ts';
import type { KioskContext, KioskOutbox, UnsavedSlip } from '../../../web/kiosk/kiosk-context.ts';
import { type Ease, Finished, type KioskSession, Noted, nobody, Turn } from '../../../web/kiosk/session.ts';
import { sharedAreas } from '../../../web/words/catalogues.ts';
import { companyProfile, Stage } from './mount.ts';
import { type ApiAnswers, answeringApi } from './office.ts';

/** A screen of the kiosk on the stage. */
export interface KioskStage {
  stage: Stage;
  /** Where it led to, and with what, in order. */
  turns: { to: Turn['to']; change: Turn['change'] }[];
  /** What it told of without leading anywhere, in order. */
  noted: Turn['change'][];
  /** How often it said that whoever stands there is done. */
  finished(): number;
  /** The slips that it saved. */
  saved: UnsavedSlip[];
  /** The inputs with which it asked for a procedure, in order. */
  said(name: string): unknown[];
  /** The network comes or goes. */
  becomes(online: boolean): Promise<void>;
}

export interface KioskStageOptions {
  /** Procedures by name: `lookUp`. What is not answered fails the test by its name. */
  answers?: ApiAnswers;
  online?: boolean | null;
  prints?: boolean;
  session?: Partial<KioskSession>;
  language?: Language | undefined;
  company?: 'ddzksu' | 'dgservic';
  now?: string;
  /** Over those that save and say that nobody answered. */
  outbox?: Partial<KioskOutbox>;
}

/** `template` gets the session, with what stands in `options.session` over nothing known. */
export async function openKiosk(
  template: (session: KioskSession) => TemplateResult,
  {
    answers = {},
    online = true,
    prints = false,
    session = {},
    language = 'en',
    company = 'ddzksu',
    now = '2026-11-28T07:00:00Z',
    outbox = {},
  }: KioskStageOptions = {},
): Promise<KioskStage> {
  await kioskSizes();
  const asked: [name: string, input: unknown][] = [];
  const saved: UnsavedSlip[] = [];
  const turns: KioskStage['turns'] = [];
  const noted: KioskStage['noted'] = [];
  let finished = 0;
  let ease: Ease = { language, large: false, contrast: false };
  let isOnline: boolean | null = online;
  const at = Date.parse(now);
  const parts = {
    company: await companyProfile(company),
    prints,
    api: answeringApi<KioskContext['api']>(answers, asked),
    outbox: {
      waiting: 0,
      refused: 0,
      async save(slip: UnsavedSlip) {
        saved.push(slip);
        return { id: '01890000-0000-7000-8000-00001a2b3c4d', savedAt: toInstant(at) };
      },
      handIn: async () => null,
      ...outbox,
    },
    now: () => at,
    speak: (next: Language) => {
      ease = { ...ease, language: next };
      void stage.speakOtherwise(next);
    },
    change: (next: Partial<Ease>) => {
      ease = { ...ease, ...next };
      void stage.again();
    },
  };
  const stage: Stage = await Stage.open(template({ ...nobody, ...session }), {
    language,
    areas: [...Object.keys(sharedAreas), 'kiosk'],
    kiosk: () => ({ ...parts, ease, online: isOnline }),
  });
  stage.host.addEventListener(Turn.type, ({ to, change }) => turns.push({ to, change }));
  stage.host.addEventListener(Noted.type, ({ change }) => noted.push(change));
  stage.host.addEventListener(Finished.type, () => {
    finished++;
  });
  return {
    stage,
    turns,
    noted,
    saved,
    finished: () => finished,
    said: (name) => asked.filter(([of]) => of === name).map(([, input]) => input),
    becomes(next) {
      isOnline = next;
      return stage.again();
    },
  };
}

/** The kiosk's own sizes, over the tokens. */
export async function kioskSizes(): Promise<void> {
  const href = '/web/kiosk/kiosk.css';
  if (document.querySelector(`link[href="${href}"]`)) return;
  for (const file of ['/web/styles/tokens.css', href]) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = file;
    const loaded = new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
    });
    document.head.append(link);
    await loaded;
  }
}
