package de.lokalwillkommen.admin;

import de.lokalwillkommen.web.page.DescriptorsCheck;

class DescriptorsTest extends DescriptorsCheck {}
