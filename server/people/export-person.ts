import type { Company, Language } from '../../shared/company.ts';
import type { UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { dataPage } from './data-page.ts';
import { photoBytes } from './export-queries.ts';
import { type Gathered, gatherPersonData, photoPath } from './person-data.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/**
 * Everything that the portal keeps of a person, to be handed over on request (GDPR, articles 15 and 20): a ZIP of `data.json`,
 * `index.html` with the same for people, and photos. It is made while it is sent, and kept nowhere; that it was made is
 * noted before the first byte. Throws `not_found`.
 */
export async function exportPerson(
  { db, company, clock }: Services,
  staff: Staff,
  user: UserId,
): Promise<AsyncGenerator<Buffer>> {
  const at = toInstant(clock.now());
  const gathered = await gatherPersonData(db.reader, user, { company: company.name, at });
  const detail = { photos: gathered.photos.length };
  await db.write((tx) => appendAudit(tx, { at, actor: staff.id, action: 'export-person', subject: user, detail }));
  return zipParts(partsOf(db.reader, gathered, company));
}

async function* partsOf(db: Reader, { data, photos, language }: Gathered, company: Company): AsyncGenerator<ZipPart> {
  const spoken = company.languages.find((one) => one === language) ?? (company.languages[0] as Language);
  yield { name: 'index.html', bytes: Buffer.from(dataPage(data, company, spoken)) };
  yield { name: 'data.json', bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`) };
  for (const id of photos) {
    const photo = await photoBytes(db, id);
    // Deleted while it was being sent.
    if (photo) yield { name: photoPath(id), bytes: photo.bytes, stored: true };
  }
}
