import { type Answer, withDeadline } from './contact/answer.ts';
import type { Clock } from './contact/clock.ts';
import { contactOf } from './contact/contact.ts';
import type { SignInAnswer } from './screens/app-context.ts';
import { storageProblem } from './storage/storage-error.ts';
import type { CacheDb } from './store/cache-db.ts';
import { beginSession, endSession } from './store/session-rows.ts';
import type { Api, SignedIn } from './sync/api.ts';
import { silenceOf } from './sync/call.ts';

/**
 * Signing in and out. Who is signed in stands in the cache, so that a start without network knows it; the cookie is the
 * server's affair. A session that the server ended keeps the app readable.
 */
export class Session {
  readonly #api: Pick<Api, 'signIn' | 'signOut' | 'online'>;
  readonly #cache: CacheDb;
  readonly #clock: Clock;
  #farewell: Promise<void> | null = null;

  constructor(api: Pick<Api, 'signIn' | 'signOut' | 'online'>, cache: CacheDb, clock: Clock) {
    this.#api = api;
    this.#cache = cache;
    this.#clock = clock;
  }

  signIn(name: string, password: string): Promise<SignInAnswer> {
    return this.enter((signal) => this.#api.signIn(name, password, signal));
  }

  /** Signs in by whatever the request proves. */
  async enter(request: (signal: AbortSignal) => Promise<Answer<SignedIn>>): Promise<SignInAnswer> {
    // Its answer takes the cookie back, and must not take the new one.
    await this.sayFarewell();
    const sentAt = this.#clock.now();
    const answer = await withDeadline(this.#clock, request);
    if (!answer.ok) {
      const { failure } = answer;
      return { ok: false, problem: failure.kind === 'refused' ? failure.problem : silenceOf(this.#api.online()) };
    }
    const { user, accounts, ...contact } = answer.value;
    try {
      await beginSession(this.#cache, user, accounts, contactOf(contact, sentAt, this.#clock.now()));
      return { ok: true };
    } catch (error) {
      const problem = storageProblem(error);
      if (!problem) throw error;
      return { ok: false, problem };
    }
  }

  /**
   * Wipes the cache whatever the network does. The user's queued operations stay, sealed under their name: they go out
   * when the same user signs in again (I10).
   */
  async signOut(): Promise<void> {
    await endSession(this.#cache, { farewell: true });
    await this.sayFarewell();
  }

  /** Tells the server of a sign-out that it has not heard of: without a network its cookie could not be taken back. */
  sayFarewell(): Promise<void> {
    this.#farewell ??= this.#tellServer().finally(() => {
      this.#farewell = null;
    });
    return this.#farewell;
  }

  async #tellServer(): Promise<void> {
    if ((await this.#cache.read('farewell')) === null) return;
    const answer = await withDeadline(this.#clock, (signal) => this.#api.signOut(signal));
    const over = answer.ok || (answer.failure.kind === 'refused' && answer.failure.problem.code === 'signed_out');
    if (over) await this.#cache.state.delete('farewell');
  }
}
