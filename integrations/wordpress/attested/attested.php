<?php
/**
 * Plugin Name:       Attested
 * Description:       Sourced and contested history in your posts: cards of events and people, claims with who says what, citations, timelines and maps, all from one dataset.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Attested authors
 * License:           MIT
 * Text Domain:       attested
 * Domain Path:       /languages
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

define( 'ATTESTED_VERSION', '0.1.0' );
define( 'ATTESTED_DIR', plugin_dir_path( __FILE__ ) );
define( 'ATTESTED_URL', plugin_dir_url( __FILE__ ) );

require_once ATTESTED_DIR . 'includes/widgets.php';
require_once ATTESTED_DIR . 'includes/dataset.php';
require_once ATTESTED_DIR . 'includes/choice.php';
require_once ATTESTED_DIR . 'includes/render.php';
require_once ATTESTED_DIR . 'includes/content.php';
require_once ATTESTED_DIR . 'includes/blocks.php';
require_once ATTESTED_DIR . 'includes/pages.php';
require_once ATTESTED_DIR . 'includes/settings.php';

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'attested', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	},
	1
);
