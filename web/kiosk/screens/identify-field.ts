import { html, nothing, type TemplateResult } from 'lit';

export interface AskedNumber {
  label: string;
  hint: string;
  value: string;
  maxLength: number;
  /** What can be done instead. */
  beside?: TemplateResult;
}

/** The field of a number that is asked for, and what was wrong with what was typed: `failure`, told already. */
export const renderNumber = (
  { label, hint, value, maxLength, beside }: AskedNumber,
  { failure, onInput }: { failure: TemplateResult | typeof nothing; onInput: (event: InputEvent) => void },
): TemplateResult => {
  const isWrong = failure !== nothing;
  return html`<div class="field">
    <div class="row spread"><label for="field">${label}</label>${beside ?? nothing}</div>
    <input
      id="field"
      inputmode="none"
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      spellcheck="false"
      maxlength=${maxLength}
      aria-describedby="lead hint problem"
      aria-invalid=${isWrong}
      .value=${value}
      @input=${onInput}
    />
    ${
      // What is wrong says more, and the keys stay in sight.
      isWrong ? nothing : html`<p class="small" id="hint">${hint}</p>`
    }
    <div id="problem">${failure}</div>
  </div>`;
};
