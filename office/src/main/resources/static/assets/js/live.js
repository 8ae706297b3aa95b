// Keeps live parts honest: shows a lost connection, and follows a sign-out to the sign-in page.
const lost = (state) => document.body.classList.toggle("is-lost", state);

document.addEventListener("htmx:afterRequest", (event) => lost(!event.detail.successful));

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, pathInfo } = event.detail;
  if (xhr.responseURL && new URL(xhr.responseURL).pathname !== pathInfo.requestPath.split("?")[0]) {
    event.detail.shouldSwap = false;
    location.reload();
  }
});

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Requested-With"] = "XMLHttpRequest";
});
