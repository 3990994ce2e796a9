import { Component, type ComponentChildren } from 'preact';
import { Banner } from './Banner.tsx';
import { LocaleContext } from './locale-context.ts';

/** Keeps a page's fault on the page: says what happened and what is safe, instead of going blank. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { fault: Error | undefined }> {
  static override contextType = LocaleContext;
  override state = { fault: undefined as Error | undefined };

  override componentDidCatch(fault: unknown): void {
    this.setState({ fault: fault instanceof Error ? fault : new Error(String(fault)) });
  }

  override render() {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <LocaleContext.Consumer>
        {(locale) => (
          <main class="fault">
            <h1>{locale?.text('extensionName')}</h1>
            <Banner tone="danger" role="alert" title={locale?.text('pageFault')}>
              <p>{locale?.text('pageFaultAdvice')}</p>
              <pre class="fault-detail">{fault.message}</pre>
            </Banner>
          </main>
        )}
      </LocaleContext.Consumer>
    );
  }
}
