import { html } from 'lit';
import { coldWater } from './flat.ts';
import { type Stage, type } from './mount.ts';
import { type Given, type Screen, screenForEachTest } from './screen.ts';
import '../../../web/screens/readings.ts';

/** How each test of the suite opens the readings screen, with the cold water alone where no meters are named. */
export function readingsForEachTest(use: (screen: Screen) => void) {
  const open = screenForEachTest(use, ['readings']);
  return async (given: Given = {}): Promise<void> => {
    const { stage } = await open(html`<readings-screen></readings-screen>`, { meters: [coldWater], ...given });
    await stage.appears('window-banner');
  };
}

export const fieldsOf = (stage: Stage): HTMLInputElement[] => stage.all<HTMLInputElement>('input');

/** Types this over what stands in the field. */
export async function enter(stage: Stage, text: string, field = 0): Promise<void> {
  const input = fieldsOf(stage)[field] as HTMLInputElement;
  input.select();
  input.setRangeText('');
  type(input, text);
  await stage.settled();
}

export async function save(stage: Stage): Promise<void> {
  stage.button('Save').click();
  await stage.settled();
}

export const draftsIn = ({ databases }: Screen['store']) => databases.outbox.drafts.toArray();
export const operationsIn = ({ databases }: Screen['store']) => databases.outbox.operations.toArray();
