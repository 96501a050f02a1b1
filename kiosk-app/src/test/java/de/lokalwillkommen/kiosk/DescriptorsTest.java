package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.web.page.DescriptorsCheck;

class DescriptorsTest extends DescriptorsCheck {}
