import type { CDPSession, Page } from 'playwright-core';

/** What a screen reader tells of what has the focus: by the browser's own accessibility tree. */
export interface Heard {
  role: string;
  name: string;
  description: string;
  invalid: boolean;
  /** The names of the groups around it, from the outside in. */
  groups: readonly string[];
}

interface AxValue {
  value?: unknown;
}
interface AxNode {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  properties?: { name: string; value: AxValue }[];
}

/** Nothing of the page has the focus: the Tab key has gone beyond its end. */
const silence: Heard = { role: 'none', name: '', description: '', invalid: false, groups: [] };

/** Listens to one page. */
export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<ScreenReader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  async hears(): Promise<Heard> {
    const { nodes } = (await this.#session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const focused = nodes.findLast((node) => !node.ignored && propertyOf(node, 'focused') === true);
    if (!focused) return silence;
    const groups: string[] = [];
    for (let at = byId.get(focused.parentId ?? ''); at; at = byId.get(at.parentId ?? '')) {
      if (!at.ignored && at.role?.value === 'group' && at.name?.value) groups.unshift(String(at.name.value));
    }
    return {
      role: String(focused.role?.value ?? ''),
      name: spaced(focused.name),
      description: spaced(focused.description),
      invalid: propertyOf(focused, 'invalid') === 'true',
      groups,
    };
  }

  /** Waits until it hears this. The test's own time limit ends it. */
  async until(wanted: (heard: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const heard = await this.hears();
      if (wanted(heard)) return heard;
      await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  /** Presses the Tab key until something of this name has the focus. */
  async tabTo(name: string): Promise<Heard> {
    const passed: string[] = [];
    while (passed.length < 40) {
      await this.#page.keyboard.press('Tab');
      const heard = await this.hears();
      if (heard.name.startsWith(name)) return heard;
      passed.push(heard.name);
    }
    throw new Error(`the Tab key does not lead to ${name}, but to ${passed.join(' | ')}`);
  }
}

const propertyOf = ({ properties = [] }: AxNode, name: string): unknown =>
  properties.find((one) => one.name === name)?.value.value;

const spaced = (value: AxValue | undefined): string =>
  String(value?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
