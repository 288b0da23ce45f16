/**
 * <view-beacon article="123">: tells the paper, once, that its article has been in view for some seconds. It sends the
 * article's number and nothing else; pages opened ahead or in a tab nobody looks at send nothing, nor do driven browsers.
 */
const SECONDS = 5;

class ViewBeacon extends HTMLElement {
  connectedCallback(): void {
    if (navigator.webdriver) return;
    let left = SECONDS;
    const clock = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      left -= 1;
      if (left > 0) return;
      clearInterval(clock);
      navigator.sendBeacon('/events/view', this.getAttribute('article'));
    }, 1000);
  }
}

customElements.define('view-beacon', ViewBeacon);
