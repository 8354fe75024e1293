import type { ConversationPage, InboxRow } from '../../shared/conversation.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { isUuid } from '../../shared/ids.ts';
import { isInstant, toInstant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { Staff } from '../../shared/staff.ts';
import type { SupportListInput } from '../../shared/support-forms.ts';
import { z } from '../../shared/zod.ts';
import { searchAccounts } from '../accounts/search-accounts.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { placeIn } from '../place-in.ts';
import { accountOfConversation, readingAskedAbout } from './conversation-queries.ts';
import { type InboxFound, inboxPage, lastWords, searchInbox } from './inbox-queries.ts';
import { conversationById, messagesOf, namesOf, photosOfMessages } from './queries.ts';

/** So much of a message is shown in a list. */
const previewLength = 160;

/** A page of the office's list. Throws `bad_input` for an `after` that no page has given out. */
export async function listConversations(
  { db }: Pick<Services, 'db'>,
  staff: Staff,
  { state, assigned, topic, after }: SupportListInput,
): Promise<Page<InboxRow>> {
  const filter = { all: undefined, me: staff.id, nobody: null }[assigned];
  const found = await inboxPage(db.reader, {
    state,
    assigned: filter,
    topic,
    after: after === null ? null : placeOf(after),
    most: rowsPerList + 1,
  });
  const page = found.slice(0, rowsPerList);
  const last = page.at(-1);
  const more = found.length > page.length && last !== undefined;
  return { rows: await rowsOf(db.reader, page), next: more ? JSON.stringify([last.changed_at, last.id]) : null };
}

/**
 * The newest conversations that fit, of whatever state: by the account's number, its holder, or what was written. The list
 * ends there.
 */
export async function searchConversations({ db }: Pick<Services, 'db'>, text: string): Promise<Page<InboxRow>> {
  const { rows: accounts } = await searchAccounts(db.reader, { text, after: null });
  const of = accounts.map(({ id }) => id);
  const found = await searchInbox(db.reader, { text, accounts: of, most: rowsPerList });
  return { rows: await rowsOf(db.reader, found), next: null };
}

const place = z.tuple([z.string().refine(isInstant), z.string().refine(isUuid)]);

function placeOf(after: string): { at: string; id: ConversationId } {
  const [at, id] = placeIn(place, after);
  return { at, id };
}

async function rowsOf(db: Reader, found: readonly InboxFound[]): Promise<InboxRow[]> {
  const ids = found.map(({ id }) => id);
  const assigned = [...new Set(found.flatMap(({ assigned_to }) => assigned_to ?? []))];
  const [words, names] = await Promise.all([lastWords(db, ids), namesOf(db, { residents: [], staff: assigned })]);
  return found.map(({ id, topic, state, assigned_to, changed_at, account_id, number, holder }) => {
    const last = words.get(id);
    return {
      id,
      topic,
      state,
      account: { id: account_id, number, holder },
      assigned: assigned_to === null ? null : { id: assigned_to, name: names.get(assigned_to) ?? '' },
      changedAt: changed_at,
      last: last ? { author: last.author, text: last.text.slice(0, previewLength), at: last.received_at } : null,
    };
  });
}

/** A conversation, opened by a clerk: a resident's data is looked at, which is noted. Throws `not_found`. */
export async function openConversation(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Staff,
  id: ConversationId,
): Promise<ConversationPage> {
  const page = await conversationPage(db.reader, id);
  await db.write((tx) =>
    appendAudit(tx, {
      at: toInstant(clock.now()),
      actor: staff.id,
      action: 'view-conversation',
      subject: id,
      detail: { account: page.account.id },
    }),
  );
  return page;
}

/** Throws `not_found`. */
export async function conversationPage(db: Reader, id: ConversationId): Promise<ConversationPage> {
  const conversation = await conversationById(db, id);
  if (!conversation) throw new ProblemError({ code: 'not_found' });
  const { topic, state, account_id, reading_id, assigned_to, created_at, changed_at } = conversation;
  const [account, messages, reading] = await Promise.all([
    accountOfConversation(db, account_id),
    messagesOf(db, id),
    reading_id === null ? null : readingAskedAbout(db, reading_id),
  ]);
  const by = (author: 'resident' | 'office') =>
    messages.filter((message) => message.author === author).map(({ author_id }) => author_id);
  const staff = [...by('office'), ...(assigned_to === null ? [] : [assigned_to])];
  const [names, photos] = await Promise.all([
    namesOf(db, { residents: [...new Set(by('resident'))], staff: [...new Set(staff)] }),
    photosOfMessages(
      db,
      messages.map((message) => message.id),
    ),
  ]);
  return {
    id,
    topic,
    state,
    assigned: assigned_to === null ? null : { id: assigned_to, name: names.get(assigned_to) ?? '' },
    createdAt: created_at,
    changedAt: changed_at,
    account,
    reading: reading && { ...reading, values: JSON.parse(reading.values) as RegisterValues },
    messages: messages.map(({ id: message, author, author_id, text, written_at, received_at }) => ({
      id: message,
      author,
      name: names.get(author_id) ?? null,
      text,
      writtenAt: written_at,
      receivedAt: received_at,
      photos: photos.filter((photo) => photo.message === message).map((photo) => photo.id),
    })),
  };
}
