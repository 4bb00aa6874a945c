"use strict";

// Shows the document of whoever serves this page with Swagger UI, and lets it ask nobody else.
(async () => {
  const base = location.pathname.replace(/\/api\/docs$/, "");
  const form = document.querySelector("form");
  const credential = document.getElementById("credential");
  const said = document.querySelector("output");

  const answer = await fetch(base + "/openapi.json", { cache: "no-cache" });
  if (!answer.ok) {
    document.getElementById("trial").textContent = `The document was answered with ${answer.status}.`;
    return;
  }
  const spec = await answer.json();
  const schemes = spec.components?.securitySchemes ?? {};
  askHere(spec);
  Object.entries(schemes).forEach(([name, scheme]) => (schemes[name] = shown(scheme)));

  const ui = SwaggerUIBundle({
    spec,
    domNode: document.getElementById("trial"),
    presets: [SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
    tryItOutEnabled: true,
    validatorUrl: null,
  });

  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    Object.entries(schemes).forEach(([name, scheme]) => authorize(name, scheme, credential.value));
    said.textContent = "Requests carry it from now on.";
  });

  // the servers that a document names are others, and may be real ones
  function askHere(whole) {
    const here = [{ url: location.origin + base }];
    whole.servers = here;
    for (const item of Object.values(whole.paths ?? {})) {
      for (const owner of [item, ...Object.values(item)]) {
        if (owner?.servers) {
          owner.servers = here;
        }
      }
    }
  }

  // tokens are sent as they are; where they come from is somewhere else
  function shown(scheme) {
    return scheme.type === "oauth2" || scheme.type === "openIdConnect"
      ? { type: "http", scheme: "bearer", description: scheme.description }
      : scheme;
  }

  function authorize(name, scheme, value) {
    if (scheme.type === "http" && scheme.scheme.toLowerCase() === "basic") {
      ui.preauthorizeBasic(name, value, value);
    } else {
      ui.preauthorizeApiKey(name, value);
    }
  }
})();
