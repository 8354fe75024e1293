import type { OfficeApi } from './api.ts';

/** What the server answers about files, jobs and batches. */
type Exchange = OfficeApi['exchange'];
type Answer<Q extends { query: (input: never) => Promise<unknown> }> = Awaited<ReturnType<Q['query']>>;

export type UploadView = Answer<Exchange['upload']>;
export type JobView = Answer<Exchange['job']>;
export type JobLine = Answer<Exchange['jobs']>['rows'][number];
export type BatchLine = Answer<Exchange['batches']>['rows'][number];
export type BatchView = Answer<Exchange['batch']>;
export type Outlook = Answer<Exchange['outlook']>;
export type Preview = Answer<Exchange['preview']>;
export type SavedProfile = Answer<Exchange['profiles']['list']>[number];

type OutcomeOf<K extends string> = Extract<NonNullable<JobView['outcome']>, { kind: K }>;
export type ImportReport = OutcomeOf<'import'>['report'];
export type AttachReport = OutcomeOf<'attach'>['report'];
export type UndoReport = OutcomeOf<'undo'>['report'];
export type Failure = OutcomeOf<'failed'>['failure'];
export type RowProblem = ImportReport['refused'][number]['problems'][number]['problem'];
export type PdfProblem = AttachReport['refused'][number]['problem'];
