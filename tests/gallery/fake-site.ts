/** Something that looks like a site, so that dialog and chip are seen where they live. */
export const drawSite = (): HTMLElement => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.body.style.cssText = `margin:0;min-height:100vh;background:${dark ? '#000' : '#fff'};color:${dark ? '#e7e9ea' : '#0f1419'};font:15px sans-serif`;
  const main = document.createElement('main');
  main.style.cssText = 'max-width:600px;margin:0 auto;padding:24px 16px;display:grid;gap:16px';
  const heading = document.createElement('h1');
  heading.textContent = 'Home';
  heading.style.cssText = 'font-size:20px;margin:0';
  const composer = document.createElement('div');
  composer.style.cssText = 'border:1px solid #8888;border-radius:12px;padding:16px';
  composer.textContent = 'Three things I learned from rebuilding our onboarding …';
  main.append(heading, composer);
  document.body.append(main);
  return composer;
};

export const openRoot = (css: string): ShadowRoot => {
  const host = document.createElement('div');
  document.documentElement.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return root;
};
