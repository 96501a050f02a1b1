package de.lokalwillkommen.display;

import de.lokalwillkommen.web.page.DescriptorsCheck;

class DescriptorsTest extends DescriptorsCheck {}
