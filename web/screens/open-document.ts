import type { Trouble } from './account-actions.ts';
import type { AppStore } from './app-context.ts';
import type { DocumentAnswer, Documents } from './documents.ts';

/**
 * What a press of "open", "print" or "share" came to. `outdated`: it was shown, but it is older than what stands on the
 * screen. `press-again`: the document is here now, but browsers open nothing so long after the press. Words:
 * `documentNote`.
 */
export type DocumentOutcome = { done: true; outdated: boolean } | { done: false; problem: Trouble | 'press-again' };

/** What of the browser is needed; tests give their own. */
export type DocumentWindow = Pick<Window, 'open' | 'document' | 'navigator' | 'matchMedia'>;

/** What a document is called where it is saved or shared, without the ending: `Rēķins 2026-11`. */
type DocumentName = string;

/** Addresses of PDFs. While they hold good, the browser's history and its closed tabs lead to them. */
const addresses = new Set<string>();
const watched = new WeakSet<object>();

/** With the session of who has asked for documents end their addresses, so that whoever comes next finds none of them. */
function endWithSession(store: Pick<AppStore, 'state' | 'subscribe'>): void {
  if (watched.has(store)) return;
  watched.add(store);
  let user = store.state.session?.user.id;
  store.subscribe(() => {
    const now = store.state.session?.user.id;
    if (now === user) return;
    user = now;
    for (const frame of document.querySelectorAll('iframe.printed-document')) frame.remove();
    for (const url of addresses) endAddress(url);
  });
}

function addressOf(file: Blob): string {
  const url = URL.createObjectURL(file);
  addresses.add(url);
  return url;
}

function endAddress(url: string): void {
  URL.revokeObjectURL(url);
  addresses.delete(url);
}

/**
 * Asks for a document, for the functions below. Code that cannot be fetched is a company that cannot be reached; nothing is
 * thrown.
 */
export async function askDocument(
  store: Pick<AppStore, 'documents' | 'silence' | 'state' | 'subscribe'>,
  ask: (documents: Documents) => Promise<DocumentAnswer>,
): Promise<DocumentAnswer> {
  endWithSession(store);
  let documents: Documents;
  try {
    documents = await store.documents();
  } catch {
    return { ok: false, problem: store.silence() };
  }
  const asking = store.state.session?.user.id;
  try {
    const answer = await ask(documents);
    // It came for somebody who is no longer there.
    return store.state.session?.user.id === asking ? answer : { ok: false, problem: { code: 'signed_out' } };
  } catch (error) {
    // What is asked of the network answers; only the device's own storage throws.
    reportError(error);
    return { ok: false, problem: { code: 'storage_unavailable' } };
  }
}

/**
 * Shows a PDF: in a tab where the browser shows PDFs, or else as the device does it with files. Call it in the click's own
 * turn, before anything is waited for: browsers let a page open a tab only then.
 */
export async function openDocument(
  ask: () => Promise<DocumentAnswer>,
  name: DocumentName,
  view: DocumentWindow = window,
): Promise<DocumentOutcome> {
  if (opensOnlyByShare(view)) return shareDocument(ask, name, view);
  const tab = view.navigator.pdfViewerEnabled === false ? null : view.open('', '_blank');
  if (tab) tab.document.title = name;
  const answer = await ask();
  if (!answer.ok) {
    tab?.close();
    return { done: false, problem: answer.problem };
  }
  // Closed by the resident, who has thought better of it.
  if (tab?.closed) return { done: true, outdated: answer.outdated };
  // An address of its own for every tab: the resident may read in it, and load it again, for as long as the session lasts.
  if (tab) tab.location.replace(addressOf(pdfOf(answer.pdf)));
  else saveFile(pdfOf(answer.pdf), fileName(name), view);
  return { done: true, outdated: answer.outdated };
}

/** Brings up the browser's print dialogue, where a page can do that with a PDF; elsewhere shows it, to be printed there. */
export async function printDocument(
  ask: () => Promise<DocumentAnswer>,
  name: DocumentName,
  view: DocumentWindow = window,
): Promise<DocumentOutcome> {
  if (!printsInFrame(view)) return openDocument(ask, name, view);
  const answer = await ask();
  if (!answer.ok) return { done: false, problem: answer.problem };
  const { document } = view;
  const url = addressOf(pdfOf(answer.pdf));
  const frame = document.createElement('iframe');
  frame.className = 'printed-document';
  frame.title = name;
  frame.setAttribute('aria-hidden', 'true');
  // Not rendered at all, it would not be printed. (The policy allows no style attributes; this is none.)
  Object.assign(frame.style, { position: 'fixed', insetInlineEnd: '0', width: '1px', height: '1px', border: '0' });
  frame.src = url;
  await new Promise<unknown>((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    for (const former of document.querySelectorAll<HTMLIFrameElement>('iframe.printed-document')) {
      endAddress(former.src);
      former.remove();
    }
    document.body.append(frame);
  });
  // It stays until the next one: nobody tells when the dialogue over a PDF is closed.
  frame.contentWindow?.print();
  return { done: true, outdated: answer.outdated };
}

/** Hands a PDF to the device's share sheet; saves it as a file where there is none for files. */
export async function shareDocument(
  ask: () => Promise<DocumentAnswer>,
  name: DocumentName,
  view: DocumentWindow = window,
): Promise<DocumentOutcome> {
  const answer = await ask();
  if (!answer.ok) return { done: false, problem: answer.problem };
  const { outdated } = answer;
  const files = [new File([answer.pdf], fileName(name), { type: pdfType })];
  if (!view.navigator.canShare?.({ files })) {
    saveFile(pdfOf(answer.pdf), fileName(name), view);
    return { done: true, outdated };
  }
  try {
    await view.navigator.share({ files, title: name });
  } catch (error) {
    const why = error instanceof DOMException ? error.name : '';
    if (why === 'NotAllowedError') return { done: false, problem: 'press-again' };
    // Thought better of it.
    if (why !== 'AbortError') throw error;
  }
  return { done: true, outdated };
}

/** Whether "share" is anything else here than saving a file. */
export function canShareDocuments({ navigator }: Pick<Window, 'navigator'> = window): boolean {
  return navigator.canShare?.({ files: [new File([], 'document.pdf', { type: pdfType })] }) ?? false;
}

/** Saves a file as downloads do. `name` with its ending; what file systems do not take in names is replaced. */
export function saveFile(file: Blob, name: string, { document }: Pick<Window, 'document'> = window): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = safeName(name);
  link.click();
  // The browser has begun to read it only after this turn, and slow devices ask the resident first.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const pdfType = 'application/pdf';
const pdfOf = (blob: Blob): Blob => (blob.type === pdfType ? blob : new Blob([blob], { type: pdfType }));

const fileName = (name: DocumentName): string => safeName(`${name}.pdf`);

/** Neither Windows nor anybody else takes these in the name of a file. */
const safeName = (name: string): string => name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, '-').trim();

/**
 * On an iPhone or iPad only Safari itself opens a page's own PDFs in a tab. From the home screen, and in the other browsers
 * there, the share sheet shows, prints and saves them.
 */
function opensOnlyByShare(view: DocumentWindow): boolean {
  const { userAgent, maxTouchPoints } = view.navigator;
  // iPads call themselves Macintosh; no Mac has a touch screen.
  const apple = /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
  const safari = !/CriOS|FxiOS|EdgiOS|OPiOS|OPT\//.test(userAgent);
  return apple && !(safari && !view.matchMedia('(display-mode: standalone)').matches);
}

/** Stands in no standard library of types; only Chromium has it. */
type WithBrands = Navigator & { userAgentData?: { mobile: boolean } };

/** Chromium on a computer: elsewhere a PDF in a frame cannot be printed by the page around it, or not at all. */
const printsInFrame = ({ navigator }: DocumentWindow): boolean =>
  navigator.pdfViewerEnabled === true && (navigator as WithBrands).userAgentData?.mobile === false;
