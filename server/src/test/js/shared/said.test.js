import { sayAgain } from "../../js/said.js";
import { equal } from "../checks.js";

const page = (html) => new DOMParser().parseFromString(html, "text/html");

export default {
  "only texts with the same name are taken over, and as text"() {
    const stage = document.createElement("div");
    stage.innerHTML = '<p data-said="one">old</p><p data-said="two">stays</p><p>no name</p>';
    document.body.append(stage);
    sayAgain(page('<p data-said="one">a &lt;b&gt;new&lt;/b&gt; one</p><p data-said="three">other</p>'));
    equal(
      [...stage.children].map((element) => element.innerHTML),
      ["a &lt;b&gt;new&lt;/b&gt; one", "stays", "no name"],
    );
    stage.remove();
  },
};
