// The page object asks by a DOM event and hears by one: `detail` is JSON text, the same in both browsers.

document.addEventListener('candor-probe-ask', async ({ detail }) => {
  const { id, question } = JSON.parse(detail);
  const say = (name, content) =>
    document.dispatchEvent(
      new CustomEvent(`candor-probe-${name}-${id}`, { detail: JSON.stringify(content) }),
    );
  say('heard', true);
  try {
    say('answer', { result: await answerQuestion(question) });
  } catch (error) {
    say('answer', { error: `${error}\n${error?.stack}` });
  }
});
