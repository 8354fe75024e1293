import { expect } from 'chai';
import type { ReactiveControllerHost } from 'lit';
import type { Page } from '../../../shared/page.ts';
import { PagedList } from '../../../web/office/paged-list.ts';
import { until } from '../support/mount.ts';

const host: ReactiveControllerHost = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

interface Asked {
  question: string;
  after: string | null;
  answer: (page: Page<string>) => void;
  refuse: (error: Error) => void;
}

describe('a list that goes on page by page', () => {
  let question: string | null;
  let asked: Asked[];
  let list: PagedList<string, string>;

  function open(enough = 0): void {
    question = 'a';
    asked = [];
    list = new PagedList<string, string>(host, {
      question: () => question,
      load: (of, after) =>
        new Promise((answer, refuse) => {
          asked.push({ question: of, after, answer, refuse });
        }),
      enough,
    });
  }

  /** As an update of the screen does. */
  const ask = (of: string | null): void => {
    question = of;
    list.hostUpdate();
  };
  const answer = (rows: string[], next: string | null = null): void => asked.at(-1)?.answer({ rows, next });
  const idle = () => until(() => list.waiting === null);

  it('is not asked for while it is not known what for, and once for the same', async () => {
    open();
    ask(null);
    expect(asked).to.deep.equal([]);
    ask('a');
    ask('a');
    expect(asked).to.have.length(1);
    expect(list.waiting).to.equal('list');
    answer(['1']);
    await idle();
    ask('a');
    expect(asked).to.have.length(1);
    expect(list.shown).to.deep.equal({ question: 'a', rows: ['1'], next: null });
  });

  it('shows nothing of another question where the new list cannot be had, until it can', async () => {
    open();
    ask('a');
    answer(['1']);
    await idle();
    ask('b');
    const failure = new Error('refused');
    asked.at(-1)?.refuse(failure);
    await idle();
    expect(list.failure).to.equal(failure);
    expect(list.shown).to.equal(null);
    list.reload();
    expect(list.failure).to.equal(null);
    answer(['2']);
    await idle();
    expect(list.shown?.rows).to.deep.equal(['2']);
  });

  it('keeps what is shown until the new list is there; late answers to an earlier question are not shown', async () => {
    open();
    ask('a');
    answer(['1'], 'next');
    await idle();
    void list.more();
    ask('b');
    const [, late, newest] = asked;
    expect(list.shown?.rows).to.deep.equal(['1']);
    newest?.answer({ rows: ['2'], next: null });
    await idle();
    late?.answer({ rows: ['late'], next: null });
    await list.settled();
    expect(list.shown).to.deep.equal({ question: 'b', rows: ['2'], next: null });
  });

  it('adds one page at a time to what it has, and keeps it where the next cannot be had', async () => {
    open();
    ask('a');
    await list.more();
    answer(['1'], 'behind-1');
    await idle();
    void list.more();
    void list.more();
    expect(asked.map(({ after }) => after)).to.deep.equal([null, 'behind-1']);
    asked.at(-1)?.refuse(new Error('refused'));
    await idle();
    expect(list.failure).to.be.instanceOf(Error);
    expect(list.shown?.rows).to.deep.equal(['1']);
    void list.more();
    answer(['2']);
    await idle();
    expect(list.failure).to.equal(null);
    expect(list.shown).to.deep.equal({ question: 'a', rows: ['1', '2'], next: null });
    await list.more();
    expect(asked).to.have.length(3);
  });

  it('with gaps, gathers enough to begin with, but of six pages at most', async () => {
    open(2);
    ask('a');
    for (const [at, rows] of [[], ['1'], ['2']].entries()) {
      await until(() => asked.length === at + 1);
      // It is no list yet while nothing is in it.
      expect(list.waiting).to.equal(at < 2 ? 'list' : 'more');
      answer(rows, `behind-${at}`);
    }
    await idle();
    expect(list.shown).to.deep.equal({ question: 'a', rows: ['1', '2'], next: 'behind-2' });
    ask('b');
    for (let pages = 1; pages <= 6; pages++) {
      await until(() => asked.length === 3 + pages);
      answer([], `gap-${pages}`);
    }
    await idle();
    expect(list.shown).to.deep.equal({ question: 'b', rows: [], next: 'gap-6' });
  });

  it('asks for nothing more when its screen has gone', async () => {
    open(2);
    ask('a');
    list.hostDisconnected();
    answer(['1'], 'next');
    await list.settled();
    expect(asked).to.have.length(1);
    expect(list.shown).to.equal(null);
  });

  it('puts what is there in another order', async () => {
    open();
    list.sort(() => 0);
    ask('a');
    answer(['b', 'a'], 'next');
    await idle();
    list.sort((a, b) => a.localeCompare(b));
    expect(list.shown).to.deep.equal({ question: 'a', rows: ['a', 'b'], next: 'next' });
  });
});
