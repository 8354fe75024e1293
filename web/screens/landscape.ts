/**
 * Pages are printed across while a screen with a wide table is shown. How paper lies is the document's own matter: a rule in a
 * shadow root has no say. Answers how to end it.
 */
export function landscape(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@page { size: landscape; margin: 10mm; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
