import { expect } from 'chai';
import { type Attention, AttentionChanged, Idle, type Patience, patience } from '../../../web/kiosk/idle.ts';

const second = 1000;

describe('whether somebody stands before the kiosk', () => {
  let idle: Idle;
  let now = 0;
  let told: Attention[] = [];

  function begin(durations: Patience = patience, passed: () => number = () => now): void {
    now = 0;
    told = [];
    idle = new Idle(durations, passed);
    idle.addEventListener(AttentionChanged.type, () => told.push(idle.attention));
  }
  afterEach(() => idle.stop());
  const at = (time: number): Attention => {
    now = time;
    idle.check();
    return idle.attention;
  };

  it('asks nobody as long as nobody has touched it', () => {
    begin();
    expect(at(3_600 * second)).to.deep.equal({ kind: 'nobody' });
    expect(told).to.deep.equal([]);
  });

  it('does not let a touch count that comes too late: the page was held up by a printing dialog', () => {
    begin();
    idle.touch();
    now = 76 * second;
    idle.touch();
    expect(idle.attention).to.deep.equal({ kind: 'over' });
    idle.moreTime();
    expect(idle.attention).to.deep.equal({ kind: 'over' });
  });

  it('asks a minute after the last touch, counts fifteen seconds down, and then it is over', () => {
    begin();
    idle.touch();
    expect(at(59 * second)).to.deep.equal({ kind: 'there', seconds: null });
    idle.touch();
    expect(at(118.9 * second)).to.deep.equal({ kind: 'there', seconds: null });
    expect(at(119 * second)).to.deep.equal({ kind: 'asked', seconds: 15 });
    expect(at(120.5 * second)).to.deep.equal({ kind: 'asked', seconds: 14 });
    expect(at(133.9 * second)).to.deep.equal({ kind: 'asked', seconds: 1 });
    expect(at(134 * second)).to.deep.equal({ kind: 'over' });
  });

  it('goes on when the question is answered', () => {
    begin();
    idle.touch();
    expect(at(70 * second).kind).to.equal('asked');
    idle.touch();
    expect(idle.attention).to.deep.equal({ kind: 'there', seconds: null });
    expect(at(129 * second)).to.deep.equal({ kind: 'there', seconds: null });
  });

  it('is over five minutes after the first touch, whoever goes on touching, and tells so a minute before', () => {
    begin();
    for (let time = 0; time < 240; time += 30) {
      now = time * second;
      idle.touch();
    }
    expect(at(239 * second)).to.deep.equal({ kind: 'there', seconds: null });
    expect(at(240 * second)).to.deep.equal({ kind: 'there', seconds: 60 });
    idle.touch();
    expect(idle.attention).to.deep.equal({ kind: 'there', seconds: 60 });
    now = 290 * second;
    idle.touch();
    expect(idle.attention).to.deep.equal({ kind: 'there', seconds: 10 });
    expect(at(300 * second)).to.deep.equal({ kind: 'over' });
  });

  it('never asks for longer than the whole time lasts', () => {
    begin();
    for (let time = 0; time <= 230; time += 10) {
      now = time * second;
      idle.touch();
    }
    expect(at(291 * second)).to.deep.equal({ kind: 'asked', seconds: 9 });
  });

  it('gives another five minutes to who wants more time', () => {
    begin();
    for (let time = 0; time <= 250; time += 50) {
      now = time * second;
      idle.touch();
    }
    idle.moreTime();
    expect(idle.attention).to.deep.equal({ kind: 'there', seconds: null });
    for (let time = 300; time <= 500; time += 50) {
      now = time * second;
      idle.touch();
    }
    expect(at(549 * second)).to.deep.equal({ kind: 'there', seconds: 1 });
    expect(at(550 * second)).to.deep.equal({ kind: 'over' });
  });

  it('tells each change once', () => {
    begin();
    idle.touch();
    idle.touch();
    at(1 * second);
    at(60 * second);
    at(60.2 * second);
    at(61.1 * second);
    expect(told).to.deep.equal([
      { kind: 'there', seconds: null },
      { kind: 'asked', seconds: 15 },
      { kind: 'asked', seconds: 14 },
    ]);
  });

  it('needs nobody to look: it ends by itself, by clocks of its own', async () => {
    const short = new Idle({ untilAsked: 40, asked: 40, longest: 10_000, told: 20 });
    const seen: string[] = [];
    const over = new Promise<void>((resolve) => {
      short.addEventListener(AttentionChanged.type, () => {
        seen.push(short.attention.kind);
        if (short.attention.kind === 'over') resolve();
      });
    });
    begin();
    short.touch();
    await over;
    expect(seen).to.deep.equal(['there', 'asked', 'over']);
  });

  it('ends by itself for somebody who never stops touching it', async () => {
    const short = new Idle({ untilAsked: 5_000, asked: 40, longest: 120, told: 60 });
    const over = new Promise<void>((resolve) => {
      short.addEventListener(AttentionChanged.type, () => {
        if (short.attention.kind === 'over') resolve();
      });
    });
    begin();
    const touching = setInterval(() => short.touch(), 10);
    await over;
    clearInterval(touching);
    expect(short.attention).to.deep.equal({ kind: 'over' });
  });
});
