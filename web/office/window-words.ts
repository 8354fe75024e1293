import type { Place, WindowRule } from '../../shared/window.ts';
import type { Words } from '../words/words.ts';

/** For whom something holds: `Riga street 1, Gas`; everybody by default. */
export function placeText(words: Words, { building, service }: Place): string {
  const named = [building, service && words.service(service)].filter(Boolean).join(', ');
  return named || words.text('windows-everybody');
}

/** What a rule says, in sentences. */
export function ruleText(words: Words, rule: WindowRule): string {
  const { opensOn, closesOn, graceHours, shift } = rule;
  const over = closesOn < opensOn;
  return [
    words.text(over ? 'windows-rule-over' : 'windows-rule', { from: opensOn, until: closesOn }),
    ...(graceHours > 0 ? [words.text('windows-rule-grace', { hours: graceHours })] : []),
    ...(shift === 'next-working-day' ? [words.text('windows-rule-shift')] : []),
  ].join(' ');
}
