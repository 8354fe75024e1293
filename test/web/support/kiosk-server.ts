import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { v7 as uuidv7 } from 'uuid';
import type { SlipId } from '../../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../../shared/instant.ts';
import type { Deliveries, Delivery, DeliveryOutcome, KioskGreeting } from '../../../shared/kiosk-answers.ts';
import { envelopeContext, envelopeInfo, type KioskEnvelope } from '../../../shared/kiosk-envelope.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { Answer } from '../../../web/contact/answer.ts';
import { fromBase64url, toBase64url } from '../../../web/kiosk/base64url.ts';
import type { KioskNetwork } from '../../../web/kiosk/kiosk-network.ts';

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** cut: nobody answers. lost: it is done, and the answer does not arrive. */
type Fault = 'cut' | 'lost' | Problem['code'] | Problem;

/** As much of a server as the tablet's outbox sees of one: it really opens what was sealed to it. */
export class KioskServer implements KioskNetwork {
  readonly #now: () => EpochMs;
  readonly #keys = new Map<string, CryptoKey>();
  #newest = { id: '', publicKey: '' };
  kiosk = { id: uuidv7(), name: 'Reception' };
  /** Its other kiosks. */
  readonly others = new Set<string>();
  state: 'enrolled' | 'ended' | 'stranger' = 'enrolled';
  epoch = uuidv7();
  online = true;
  /** How far its clock is ahead of the tablet's, in milliseconds. */
  ahead = 0;
  /** What the office says of it. */
  prints = false;
  /** What goes wrong with the next deliveries, one after the other. */
  readonly faults: Fault[] = [];
  /** What it says of these, whatever they hold. */
  readonly says = new Map<SlipId, DeliveryOutcome>();
  /** For how long it puts these off, in seconds. */
  readonly putsOff = new Map<SlipId, number>();
  /** What it leaves out of its answers. */
  readonly silentOf = new Set<SlipId>();
  /** More than this in one order is too large. */
  mostAtOnce = 20;

  /** What it opened, in the order in which it came; the same slip twice only where it was entered twice. */
  readonly entered: KioskSlip[] = [];
  readonly held: KioskSlip[] = [];
  /** Every order, by the ids of its envelopes. */
  readonly orders: SlipId[][] = [];
  readonly visits: (string | null)[] = [];
  readonly told: Parameters<KioskNetwork['hello']>[0][] = [];

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  async newKey(): Promise<void> {
    const { publicKey, privateKey } = await suite.kem.generateKeyPair();
    const id = uuidv7();
    this.#keys.set(id, privateKey);
    const bytes = new Uint8Array(await suite.kem.serializePublicKey(publicKey));
    this.#newest = { id, publicKey: toBase64url(bytes) };
  }

  greeting(): KioskGreeting {
    const now = this.#now() + this.ahead;
    return {
      kiosk: this.kiosk,
      prints: this.prints,
      key: this.#newest,
      serverTime: toInstant(now),
      beacon: `beacon-${now}`,
      epoch: this.epoch,
    };
  }

  /** From a backup in which there were so many of what it has entered since. */
  restore(entered: number): void {
    this.entered.length = entered;
    this.held.length = 0;
    this.epoch = uuidv7();
  }

  async enrol(code: string): Promise<Answer<KioskGreeting>> {
    if (!this.online) return cut;
    if (code !== 'RIGHT') return refused('code_wrong');
    this.state = 'enrolled';
    return { ok: true, value: this.greeting() };
  }

  async hello(said: Parameters<KioskNetwork['hello']>[0]): Promise<Answer<KioskGreeting>> {
    if (!this.online) return cut;
    if (this.state !== 'enrolled') return refused('signed_out');
    this.told.push(said);
    return { ok: true, value: this.greeting() };
  }

  async deliver({
    visit,
    envelopes,
  }: {
    visit: string | null;
    envelopes: KioskEnvelope[];
  }): Promise<Answer<Deliveries>> {
    if (!this.online) return cut;
    if (this.state === 'stranger') return refused('signed_out');
    const fault = envelopes.length > 0 ? this.faults.shift() : undefined;
    if (fault === 'cut') return cut;
    if (typeof fault === 'object') return { ok: false, failure: { kind: 'refused', problem: fault } };
    if (fault !== undefined && fault !== 'lost') return refused(fault);
    if (envelopes.length > 0) {
      this.orders.push(envelopes.map(({ envelope }) => envelope));
      this.visits.push(visit);
    }
    if (envelopes.length > this.mostAtOnce) return refused('too_large');
    const deliveries: Delivery[] = [];
    for (const envelope of envelopes) {
      const seconds = this.putsOff.get(envelope.envelope);
      const outcome = this.says.get(envelope.envelope) ?? (seconds ? 'retry' : await this.#enter(envelope));
      const problem = seconds ? ({ code: 'too_many', seconds } as const) : null;
      const said = { envelope: envelope.envelope, outcome, problem, readings: null };
      if (!this.silentOf.has(envelope.envelope)) deliveries.push(said);
    }
    return fault === 'lost' ? cut : { ok: true, value: { epoch: this.epoch, results: deliveries } };
  }

  async open(envelope: KioskEnvelope): Promise<KioskSlip> {
    const recipientKey = this.#keys.get(envelope.key);
    if (!recipientKey) throw new Error('sealed to a key that is none of ours');
    const enc = fromBase64url(envelope.enc);
    const sealed = fromBase64url(envelope.sealed);
    const plain = await suite.open({ recipientKey, enc, info: envelopeInfo() }, sealed, envelopeContext(envelope));
    return JSON.parse(new TextDecoder().decode(plain)) as KioskSlip;
  }

  async #enter(envelope: KioskEnvelope): Promise<DeliveryOutcome> {
    const isOwn = envelope.kiosk === this.kiosk.id;
    if (!isOwn && !this.others.has(envelope.kiosk)) return 'refused';
    const slip = await this.open(envelope).catch(() => null);
    if (slip === null) return 'refused';
    if ([...this.entered, ...this.held].some(({ id }) => id === slip.id)) return 'duplicate';
    const holds = this.state === 'ended' || !isOwn;
    (holds ? this.held : this.entered).push(slip);
    return holds ? 'held' : 'received';
  }
}

const cut = { ok: false, failure: { kind: 'unreachable' } } as const;
const refused = (code: Problem['code']) =>
  ({ ok: false, failure: { kind: 'refused', problem: { code } as Problem } }) as const;
