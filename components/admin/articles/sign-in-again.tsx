/** The session is over and the text is not: signing in happens beside it. */
export const SignInAgain = () => (
  <a href="/sign-in" target="_blank" rel="noopener">
    在新标签页登录
  </a>
);
