import type { Company } from '../../shared/company.ts';
import type { BroughtKind } from '../../shared/exchange-desk.ts';
import { type ExchangeKind, exchangeFields, exchangeKinds } from '../../shared/exchange-fields.ts';
import type { FileProblem, PreviewRow } from '../../shared/exchange-forms.ts';
import type { ProfileId } from '../../shared/ids.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { FileRefused } from '../tables/problems.ts';
import { kindOfFile } from '../tables/sniff.ts';
import { newestBriefJobs } from './desk-queries.ts';
import { guessProfile } from './guess-profile.ts';
import type { ImportContent } from './job-results.ts';
import { guessUpload, previewUpload, rowsToGuess } from './preview.ts';
import { listProfiles } from './profiles.ts';
import type { UploadedFile } from './uploads.ts';

/**
 * What a file is most likely about: the kind most of whose columns its header names, with the least that is missing. Null
 * where nothing of it can be read, or too little.
 */
export async function guessKind(file: UploadedFile, company: Company): Promise<BroughtKind | null> {
  if ((await kindOfFile(file)) === 'zip') return 'pdfs';
  const rows = await rowsOf(file, company);
  const scores = exchangeKinds.map((kind) => {
    const { profile, missing } = guessProfile(rows, kind, company);
    const found = Object.values(profile.fields).filter(({ from }) => from === 'column').length;
    return { kind, found, score: found - 2 * missing.length };
  });
  const [best] = scores.sort((a, b) => b.score - a.score || b.found / sizeOf(b.kind) - a.found / sizeOf(a.kind));
  return best && best.found >= 2 ? best.kind : null;
}

const sizeOf = (kind: ExchangeKind): number => exchangeFields[kind].length;

/** Of a file that cannot be read none. */
async function rowsOf(file: UploadedFile, company: Company): Promise<PreviewRow[]> {
  try {
    return (await rowsToGuess(file, company, null)).rows;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return [];
  }
}

/** How a file could be read, to be looked at. */
export interface Proposal {
  /** Null: its columns are ours. */
  profile: MappingProfile | null;
  /** ours: by our names. last: as the last file of this kind. saved: by a saved profile that fits. guess: by its words. */
  by: 'ours' | 'last' | 'saved' | 'guess';
  /** Of the saved profile that it is. */
  saved: ProfileId | null;
  /** Fields of ours that must be there and that nothing in the file looks like. */
  missing: readonly string[];
}

/** Among so many imports the last one of a kind is looked for. */
const lookedThrough = 200;

/**
 * Our own columns where they fit, then the profile that was used last for this kind, then a saved one, then a guess. Null
 * where nothing can be read of it, with the reason.
 */
export async function propose(
  { db, company }: Pick<Services, 'db' | 'company'>,
  file: UploadedFile,
  kind: ExchangeKind,
): Promise<{ proposal: Proposal | null; problem: FileProblem | null }> {
  const fits = async (profile: MappingProfile | null): Promise<boolean> => {
    const { read, problem } = await previewUpload(file, company, { kind, profile, encoding: null });
    return problem === null && read !== null;
  };
  const answer = (proposal: Proposal) => ({ proposal, problem: null });
  if (await fits(null)) return answer({ profile: null, by: 'ours', saved: null, missing: [] });
  const saved = await listProfiles(db, kind);
  const last = await lastProfile(db.reader, kind);
  const savedAs = (profile: MappingProfile): ProfileId | null =>
    saved.find((one) => JSON.stringify(one.profile) === JSON.stringify(profile))?.id ?? null;
  if (last && (await fits(last))) {
    return answer({ profile: last, by: 'last', saved: savedAs(last), missing: [] });
  }
  for (const { id, profile } of saved) {
    if (await fits(profile)) return answer({ profile, by: 'saved', saved: id, missing: [] });
  }
  const { guess, problem } = await guessUpload(file, company, { kind, encoding: null });
  if (!guess) return { proposal: null, problem };
  return answer({ profile: guess.profile, by: 'guess', saved: null, missing: guess.missing });
}

async function lastProfile(db: Reader, kind: ExchangeKind): Promise<MappingProfile | null> {
  const jobs = await newestBriefJobs(db, { after: null, most: lookedThrough, kind: 'import' });
  for (const { content } of jobs) {
    const one = JSON.parse(content) as ImportContent;
    if (one.kind === kind && one.profile) return one.profile;
  }
  return null;
}
