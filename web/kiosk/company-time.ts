import type { EpochMs } from '../../shared/instant.ts';
import { appTime } from '../contact/app-time.ts';
import type { Clock } from '../contact/clock.ts';
import type { KioskDb } from './kiosk-db.ts';

/** The company's time by what was stored at the last contact; the tablet's own before there was any. */
export async function companyTime({ db, clock }: { db: KioskDb; clock: Clock }): Promise<EpochMs> {
  const self = await db.self.get('self');
  return appTime(clock.now(), self?.contact ?? null);
}
