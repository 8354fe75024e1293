import { createContext } from '@lit/context';
import type { PublicCompany } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import type { Words } from '../words/words.ts';
import type { OfficeApi } from './api.ts';

/** What every screen of the office works with. */
export interface OfficeContext {
  company: PublicCompany;
  staff: Staff;
  words: Words;
  api: OfficeApi;
  /** The company's time: on a demo server not the machine's. */
  now(): EpochMs;
  navigate(path: string, options?: { replace: boolean }): void;
  /** The session has ended; the app asks to sign in again, over whatever is on the screen. */
  signedOut(): void;
}

export const officeContext = createContext<OfficeContext>(Symbol('meterbook-office'));
