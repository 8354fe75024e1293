import { expect } from 'chai';
import type { UserId } from '../../../shared/ids.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import { documentNote } from '../../../web/screens/document-note.ts';
import type { DocumentAnswer, Documents } from '../../../web/screens/documents.ts';
import {
  askDocument,
  canShareDocuments,
  type DocumentWindow,
  openDocument,
  printDocument,
  saveFile,
  shareDocument,
} from '../../../web/screens/open-document.ts';
import { anna } from '../support/household.ts';
import { speak } from '../support/mount.ts';
import { TestDocuments } from '../support/test-documents.ts';

const pdf = new Blob(['%PDF-1.7'], { type: 'application/pdf' });
const here: DocumentAnswer = { ok: true, pdf, outdated: false };
const silent: DocumentAnswer = { ok: false, problem: 'no-network' };
const shown = { done: true, outdated: false };
const macintosh =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

/** A browser in which everything that would leave the page is written down instead. */
class TestBrowser implements DocumentWindow {
  readonly done: string[] = [];
  readonly document: Document;
  readonly navigator: Navigator;
  closed = false;
  standalone = false;
  blocksTabs = false;
  /** What the last tab shows. */
  address = '';
  share: (data: ShareData) => Promise<void> = async () => {};

  constructor(navigator: { [name: string]: unknown } = {}) {
    const { done } = this;
    this.navigator = {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      maxTouchPoints: 0,
      pdfViewerEnabled: true,
      share: async (data: ShareData) => {
        await this.share(data);
        done.push(`shares ${data.files?.map(({ name, type }) => `${name} (${type})`)} as ${data.title}`);
      },
      ...navigator,
    } as unknown as Navigator;
    this.document = {
      createElement: () => ({
        click() {
          const { download } = this as unknown as HTMLAnchorElement;
          done.push(`saves ${download}`);
        },
      }),
    } as unknown as Document;
  }

  open(): Window | null {
    if (this.blocksTabs) return null;
    this.done.push('opens a tab');
    const browser = this;
    return {
      document: {},
      close: () => this.done.push('closes it'),
      location: {
        replace: (url: string) => {
          this.address = url;
          this.done.push(`shows ${url.slice(0, 5)}`);
        },
      },
      get closed() {
        return browser.closed;
      },
    } as unknown as Window;
  }

  matchMedia(): MediaQueryList {
    return { matches: this.standalone } as MediaQueryList;
  }
}

const canShare = { canShare: () => true };
const give = (answer: DocumentAnswer) => async () => answer;

/** What of the store asking for a document needs, with Anna signed in. */
class TestSession {
  readonly documentsHere = new TestDocuments();
  state = { session: { user: { id: anna, name: 'Anna' } } } as AppState;
  #listeners: (() => void)[] = [];
  documents = async (): Promise<Documents> => this.documentsHere;

  silence() {
    return 'unanswered' as const;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.push(listener);
    return () => {};
  }

  enter(user: UserId | null): void {
    this.state = { ...this.state, session: user === null ? null : { user: { id: user, name: user } } };
    for (const listener of this.#listeners) listener();
  }
}

describe('a document is asked for', () => {
  it('and one that cannot be had because its code cannot is told as the network’s silence', async () => {
    const store = new TestSession();
    store.documents = () => Promise.reject(new TypeError('gone'));
    expect(await askDocument(store, () => Promise.resolve(here))).to.deep.equal({ ok: false, problem: 'unanswered' });
  });

  it('and is given as the documents give it', async () => {
    const store = new TestSession();
    const documents = store.documentsHere;
    const bill = { number: '7' };
    const answer = await askDocument(store, (known) => (known as TestDocuments).statement(bill, 'lv'));
    expect(answer).to.equal(documents.answer);
    expect(documents.calls).to.deep.equal(['statement 7 lv']);
  });

  it('and nobody gets it who has come meanwhile', async () => {
    const store = new TestSession();
    const asked = askDocument(store, async () => {
      store.enter('bert');
      return here;
    });
    expect(await asked).to.deep.equal({ ok: false, problem: { code: 'signed_out' } });
  });
});

describe('the address of a document that a tab shows', () => {
  it('holds good as long as the session of who asked for it, and no longer', async () => {
    for (const next of [null, 'bert']) {
      const store = new TestSession();
      const browser = new TestBrowser();
      await openDocument(() => askDocument(store, give(here)), 'Bill', browser);
      store.enter(anna);
      expect(await (await fetch(browser.address)).text()).to.equal('%PDF-1.7');
      store.enter(next);
      const gone = await fetch(browser.address).catch((error: unknown) => error);
      expect(gone).to.be.instanceOf(TypeError);
    }
  });

  it('and no frame is left that printed one', async () => {
    const store = new TestSession();
    await askDocument(store, give(here));
    const frame = document.createElement('iframe');
    frame.className = 'printed-document';
    document.body.append(frame);
    store.enter(null);
    expect(frame.isConnected).to.equal(false);
  });
});

describe('opening a document', () => {
  it('closes the tab again where there is none to show', async () => {
    const browser = new TestBrowser();
    expect(await openDocument(give(silent), 'Bill', browser)).to.deep.equal({ done: false, problem: 'no-network' });
    expect(browser.done).to.deep.equal(['opens a tab', 'closes it']);
  });

  it('opens the tab in the click’s own turn, before anything is waited for', async () => {
    const browser = new TestBrowser();
    let answer = (_: DocumentAnswer) => {};
    const opening = openDocument(() => new Promise((resolve) => (answer = resolve)), 'Bill', browser);
    expect(browser.done).to.deep.equal(['opens a tab']);
    answer(here);
    expect(await opening).to.deep.equal(shown);
    expect(browser.done).to.deep.equal(['opens a tab', 'shows blob:']);
  });

  it('shows nothing to somebody who has closed the tab meanwhile', async () => {
    const browser = new TestBrowser();
    browser.closed = true;
    await openDocument(give(here), 'Bill', browser);
    expect(browser.done).to.deep.equal(['opens a tab']);
  });

  it('saves the file where tabs are blocked, and where the browser shows no PDFs', async () => {
    const blocking = new TestBrowser();
    blocking.blocksTabs = true;
    const android = new TestBrowser({ pdfViewerEnabled: false });
    for (const browser of [blocking, android]) {
      expect(await openDocument(give(here), 'Bill 2026-10', browser)).to.deep.equal(shown);
      expect(browser.done).to.deep.equal(['saves Bill 2026-10.pdf']);
    }
  });

  it('on an iPhone: in a tab of Safari; from the home screen and in other browsers by the share sheet', async () => {
    const safari = new TestBrowser({ userAgent: iphone, ...canShare });
    await openDocument(give(here), 'Bill', safari);
    expect(safari.done).to.deep.equal(['opens a tab', 'shows blob:']);
    const installed = new TestBrowser({ userAgent: macintosh, maxTouchPoints: 5, ...canShare });
    installed.standalone = true;
    const chrome = new TestBrowser({ userAgent: iphone.replace('Version/18.0', 'CriOS/143.0'), ...canShare });
    for (const browser of [installed, chrome]) {
      await openDocument(give(here), 'Bill', browser);
      expect(browser.done).to.deep.equal(['shares Bill.pdf (application/pdf) as Bill']);
    }
    const mac = new TestBrowser({ userAgent: macintosh, ...canShare });
    mac.standalone = true;
    await openDocument(give(here), 'Bill', mac);
    expect(mac.done).to.deep.equal(['opens a tab', 'shows blob:']);
  });

  it('says so where what is shown is out of date', async () => {
    const answer = { ...here, outdated: true };
    expect(await openDocument(give(answer), 'Bill', new TestBrowser())).to.deep.equal({ done: true, outdated: true });
  });
});

describe('printing a document', () => {
  it('shows it in a tab where pages cannot print PDFs', async () => {
    const firefox = new TestBrowser();
    const phone = new TestBrowser({ userAgentData: { mobile: true } });
    for (const browser of [firefox, phone]) {
      await printDocument(give(here), 'Bill', browser);
      expect(browser.done).to.deep.equal(['opens a tab', 'shows blob:']);
    }
  });

  it('prints it from a frame that nobody sees, and puts the next one in its place', async () => {
    const browser = new TestBrowser({ userAgentData: { mobile: false } });
    const printed: string[] = [];
    const page = document.implementation.createHTMLDocument();
    const view: DocumentWindow = { ...bound(browser), document: framing(page, printed) };
    expect(await printDocument(give(silent), 'Bill', view)).to.deep.equal({ done: false, problem: 'no-network' });
    expect(await printDocument(give(here), 'One', view)).to.deep.equal(shown);
    expect(await printDocument(give(here), 'Two', view)).to.deep.equal(shown);
    expect(printed).to.deep.equal(['One', 'Two']);
    const frames = [...page.querySelectorAll('iframe')];
    expect(frames.map(({ title }) => title)).to.deep.equal(['Two']);
    expect(frames[0]?.getAttribute('aria-hidden')).to.equal('true');
    expect(browser.done).to.deep.equal([]);
  });
});

/** A document in which frames load at once, and note what they would print. */
function framing(page: Document, printed: string[]): Document {
  const create = page.createElement.bind(page) as (name: string) => HTMLIFrameElement;
  page.createElement = ((name: string) => {
    const frame = create(name);
    Object.defineProperty(frame, 'contentWindow', { value: { print: () => printed.push(frame.title) } });
    queueMicrotask(() => queueMicrotask(() => frame.dispatchEvent(new Event('load'))));
    return frame;
  }) as Document['createElement'];
  return page;
}

const bound = (browser: TestBrowser) => ({
  navigator: browser.navigator,
  open: () => browser.open(),
  matchMedia: () => browser.matchMedia(),
});

describe('sharing a document', () => {
  it('saves the file where there is no share sheet for files', async () => {
    for (const browser of [new TestBrowser(), new TestBrowser({ canShare: () => false })]) {
      expect(await shareDocument(give(here), 'Bill', browser)).to.deep.equal(shown);
      expect(browser.done).to.deep.equal(['saves Bill.pdf']);
      expect(canShareDocuments(browser)).to.equal(false);
    }
  });

  it('hands over the file, and takes a second thought for no trouble', async () => {
    const browser = new TestBrowser(canShare);
    expect(canShareDocuments(browser)).to.equal(true);
    expect(await shareDocument(give(silent), 'Bill', browser)).to.deep.equal({ done: false, problem: 'no-network' });
    expect(await shareDocument(give(here), 'Bill', browser)).to.deep.equal(shown);
    expect(browser.done).to.deep.equal(['shares Bill.pdf (application/pdf) as Bill']);
    browser.share = () => Promise.reject(new DOMException('cancelled', 'AbortError'));
    expect(await shareDocument(give(here), 'Bill', browser)).to.deep.equal(shown);
  });

  it('asks for another press where the document took longer than browsers remember the first', async () => {
    const browser = new TestBrowser(canShare);
    browser.share = () => Promise.reject(new DOMException('too late', 'NotAllowedError'));
    expect(await shareDocument(give(here), 'Bill', browser)).to.deep.equal({ done: false, problem: 'press-again' });
  });
});

describe('the name of a saved file', () => {
  it('has nothing in it that a file system does not take', () => {
    const browser = new TestBrowser();
    saveFile(pdf, 'Rēķins 1/2: «Квитанция» <a>?\u0007.pdf', browser);
    expect(browser.done).to.deep.equal(['saves Rēķins 1-2- «Квитанция» -a-.pdf']);
  });
});

describe('after a document was asked for', () => {
  it('nothing is said where it speaks for itself, and otherwise what came of it, in all languages', async () => {
    for (const language of ['en', 'lv', 'ru'] as const) {
      const words = await speak(language, { areas: ['bills'] });
      expect(documentNote(words, { done: true, outdated: false })).to.equal(null);
      const said = [
        documentNote(words, { done: true, outdated: true }),
        documentNote(words, { done: false, problem: 'no-network' }),
        documentNote(words, { done: false, problem: 'unanswered' }),
        documentNote(words, { done: false, problem: 'press-again' }),
        documentNote(words, { done: false, problem: { code: 'not_found' } }),
        documentNote(words, { done: false, problem: { code: 'too_many', seconds: 600 } }),
      ];
      expect(new Set(said).size).to.equal(said.length);
      for (const one of said) expect(one).to.match(/[\p{L}.]{12}|\p{L} \p{L}/u);
    }
  });
});
